import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the web server; the built files are served by it. */
const SERVER = process.env.VETHWORK_SERVER ?? 'http://127.0.0.1:8000';

/** What every lab needs, in few files: fewer requests, and smaller when compressed. */
const FOLDERS = /\/src\/(lib|state|elements(?!\/[Tt]humbnail)|commands)\//;
/** What chooses the language: it may need nothing of the others, for they are made of texts while they load. */
const FIRST = /\/src\/(i18n\/(?!de|server)|state\/theme\.|api\/earlySocket\.)/;
/** Of these folders, all but what a panel or a window brings along; and what the canvas shares with those. */
const PARTS = [
  /\/src\/api\/(?!exports|fixes|generators|sharing|topologySchema|versions|watching)/,
  /\/src\/doc\/(?!text|comments|ops\/(comments|doubles|patch|routes))/,
  /\/src\/features\/(find\/findStore|canvas\/(canvasStore|endRenaming|size|useFit|nodes\/cardLine|edges\/(drawnLinks|linkWay)))\./,
  /\/src\/ui\/(Badge|Boundary|Button|Dialog|readOnly|EmptyState|Field|IconButton|Kbd|Menu|Panel|Toast|Tooltip|TooltipBubble)\./,
];
/** What the editor shares with what it loads later: each of these would be a tiny file of its own. */
const EDITOR = [
  /\/src\/(app\/(panels|Dock\.module)|features\/inspector\/Inspector\.module)\./,
  /\/src\/ui\/(InPlaceInput|Splitter)\./,
  /\/src\/features\/run\/(words|orders|useOrders|follow|useLabState)\./,
  /\/src\/features\/(labs\/states|matrix\/\w*[mM]atrix(View)?|problems\/index|shapes\/index|yaml\/lazy)\.tsx?$/,
  /\/src\/features\/canvas\/(flow|edges\/(cableLabel|endSizes|LinkEdge\.module)|gestures\/(byKeyboard|clipboard|connect|drag|edit|menus|place))\./,
  /\/lucide-react\/dist\/esm\/icons\/(maximize|minus|shapes|unplug)\./,
];
/** Where a module fits two groups it goes into that of the higher priority, and what it imports goes with it. */
const GROUPS = [
  {
    name: 'page',
    test: /node_modules\/(react|react-dom|scheduler|@tanstack|wouter|zustand|openapi-fetch)\//,
    priority: 2,
  },
  { name: 'canvas', test: /node_modules\/(@xyflow|yjs|lib0|d3-\w+|classcat)\//, priority: 2 },
  { name: 'icons', test: /node_modules\/lucide-react\//, minShareCount: 3, priority: 2 },
  { name: 'first', test: FIRST, priority: 1 },
  { name: 'lab', test: (id: string) => [FOLDERS, ...PARTS].some((part) => part.test(id)) },
  { name: 'editor', test: (id: string) => EDITOR.some((part) => part.test(id)) },
];

/** The page inside other sites' pages is built apart: it is small, and shares no file with the editor. */
const BUILDS = {
  editor: {
    manifest: 'manifest.json',
    rollupOptions: { input: 'src/main.tsx', output: { codeSplitting: { groups: GROUPS } } },
  },
  embed: {
    manifest: 'embed-manifest.json',
    emptyOutDir: false,
    rollupOptions: { input: 'src/embed/main.tsx' },
  },
};

export default defineConfig(({ command, mode }) => ({
  plugins: [react()],
  base: command === 'build' ? '/static/' : '/',
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'dist',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    ...(mode === 'embed' ? BUILDS.embed : BUILDS.editor),
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
