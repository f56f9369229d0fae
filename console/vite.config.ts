import react from '@vitejs/plugin-react';
import type {Plugin} from 'vite';
import {defineConfig} from 'vitest/config';
import {fileURLToPath} from 'node:url';

/** The system that `npm run dev` works against; HOLDFAST_PORT_SHIFT names another, as it does for ./holdfast. */
const gateway = `http://127.0.0.1:${8080 + Number(process.env.HOLDFAST_PORT_SHIFT ?? '0')}`;

/** What is fetched together; everything else follows the pages that need it. */
const groups = [
  {name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/, priority: 3},
];

/** index.html asks for the frame's files at once: they come while the login is asked for, and not after it. */
const frameAhead: Plugin = {
  name: 'frame-ahead',
  transformIndexHtml: {
    order: 'post',
    handler(_, {bundle, chunk: entry}) {
      const chunks = new Map(Object.values(bundle ?? {}).flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each]] : [])));
      const frame = [...chunks.values()].find(({name}) => name === 'inside');
      const files = new Set(frame ? [frame.fileName] : []);
      for (const file of files) for (const needed of chunks.get(file)?.imports ?? []) files.add(needed);
      if (entry) files.delete(entry.fileName);
      return [...files].map((file) => ({tag: 'link', injectTo: 'head', attrs: {rel: 'modulepreload', crossorigin: true, href: `/${file}`}}));
    },
  },
};

export default defineConfig({
  plugins: [react(), frameAhead],
  resolve: {alias: {'@': fileURLToPath(new URL('./src', import.meta.url))}},
  build: {
    outDir: 'target/site',
    // The oldest browsers that stand in stations: browserslist in package.json says the same.
    target: ['chrome109', 'firefox115'],
    chunkSizeWarningLimit: 1200,
    modulePreload: {polyfill: false},
    rolldownOptions: {output: {codeSplitting: {groups}}},
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: {'/v1': gateway, '/settings.json': gateway, '/openapi.json': gateway},
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test-setup.ts'],
    css: false,
    testTimeout: 20_000,
  },
});
