import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Folders that must not be imported from a layer: dependencies point down only. */
const forbid = (...rules) => ({
  'no-restricted-imports': ['error', { patterns: rules }],
});
const REACT = { group: ['react', 'react-dom', 'react/*', '@xyflow/*'], message: 'No React in this layer.' };
const INSIDES = { group: ['@/features/*/*'], message: "Import a feature's index, never its insides." };
const layer = (...folders) => ({
  group: folders.map((folder) => `@/${folder}/**`).concat(folders.map((folder) => `@/${folder}`)),
  message: 'Dependencies point down: app > features > commands > state | elements > doc | api > ui > lib.',
});

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'vite.config.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'max-lines': ['error', 400],
    },
  },
  { files: ['src/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['src/lib/**'],
    rules: forbid(REACT, layer('app', 'features', 'commands', 'elements', 'state', 'doc', 'api', 'ui')),
  },
  {
    files: ['src/i18n/**'],
    rules: forbid(layer('app', 'features', 'commands', 'elements', 'state', 'doc', 'api', 'ui', 'lib')),
  },
  {
    files: ['src/doc/**'],
    rules: forbid(REACT, layer('app', 'features', 'commands', 'elements', 'state', 'api', 'ui')),
  },
  { files: ['src/api/**'], rules: forbid(layer('app', 'features', 'commands', 'elements', 'state', 'ui')) },
  {
    files: ['src/ui/**'],
    rules: forbid(layer('app', 'features', 'commands', 'elements', 'state', 'doc', 'api')),
  },
  { files: ['src/state/**'], rules: forbid(layer('app', 'features', 'commands', 'elements', 'ui')) },
  { files: ['src/elements/**'], rules: forbid(layer('app', 'features', 'commands', 'state', 'api')) },
  { files: ['src/commands/**'], rules: forbid(layer('app', 'features')) },
  { files: ['src/features/**'], rules: forbid(layer('app'), INSIDES) },
  { files: ['src/app/**', 'src/main.tsx'], rules: forbid(INSIDES) },
  { files: ['src/embed/**'], rules: forbid(layer('app'), INSIDES) },
);
