import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the web server; the built files are served by it. */
const SERVER = process.env.VETHWORK_SERVER ?? 'http://127.0.0.1:8000';

/** What every page and every lab needs, each in one file: fewer requests, and smaller when compressed. */
const LIBRARIES = [
  {
    name: 'page',
    test: /node_modules\/(react|react-dom|scheduler|@tanstack|wouter|zustand|openapi-fetch)\//,
  },
  { name: 'canvas', test: /node_modules\/(@xyflow|yjs|lib0|d3-\w+|classcat)\// },
];

export default defineConfig(({ command }) => ({
  plugins: [react()],
  base: command === 'build' ? '/static/' : '/',
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'dist',
    manifest: 'manifest.json',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    rollupOptions: { input: 'src/main.tsx', output: { codeSplitting: { groups: LIBRARIES } } },
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      // Under its own name, so that the server takes changes from this page for the page's own.
      '/api': { target: SERVER, changeOrigin: false },
      '/ws': { target: SERVER, ws: true, changeOrigin: false },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000, // laws try many edits, on machines that do other things as well
  },
}));
