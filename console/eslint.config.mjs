import compat from 'eslint-plugin-compat';
import hooks from 'eslint-plugin-react-hooks';
import {readdirSync} from 'node:fs';
import ts from 'typescript-eslint';

const features = readdirSync(new URL('./src/features', import.meta.url), {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Fetched with the pages that are dressed in it, and kept out of what must be there at once. */
const LIBRARY = {
  regex: '^(antd|@ant-design/icons|@ant-design/cssinjs)(/|$)',
  message: 'Seconds count here (docs/adr/0011): take a control of @/shared/plain, or load the page with dressed().',
};

/** A feature knows src/shared and src/api, and no other feature: what two need is shared. */
const apart = features.map((name) => ({
  files: [`src/features/${name}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^@/(app|features/(?!${name}(/|$)))`,
            message: 'A feature imports src/shared, src/api and itself only.',
          },
          {regex: '^(\\.\\./){2,}', message: "Name it from the root: '@/shared/…'."},
          ...(name === 'intake' ? [LIBRARY] : []),
        ],
      },
    ],
  },
}));

export default ts.config(
  {ignores: ['target', 'node_modules', 'src/api/schema.d.ts']},
  ...ts.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname},
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-misused-promises': ['error', {checksVoidReturn: {attributes: false}}],
      '@typescript-eslint/only-throw-error': 'off',
      'no-restricted-globals': [
        'error',
        {name: 'localStorage', message: 'What is remembered goes through shared/remembered.ts.'},
        ...['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket'].map((name) => ({
          name,
          message: 'What asks a server goes through api/network.ts.',
        })),
        {name: 'parseFloat', message: 'Money is fen as BigInt: shared/money.ts.'},
      ],
    },
  },
  {...hooks.configs.flat.recommended, files: ['src/**/*.{ts,tsx}']},
  {...compat.configs['flat/recommended'], files: ['src/**/*.{ts,tsx}'], ignores: ['**/*.test.*']},
  {
    files: ['src/shared/**', 'src/api/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {patterns: [{regex: '^@/(app|features)', message: 'What is shared knows nobody who uses it.'}]},
      ],
    },
  },
  {
    files: ['src/shared/{plain,problem}/**', 'src/shared/desk/DeskBar.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {patterns: [{regex: '^@/(app|features)', message: 'What is shared knows nobody who uses it.'}, LIBRARY]},
      ],
    },
  },
  {files: ['src/app/**'], rules: {'no-restricted-imports': ['error', {patterns: [LIBRARY]}]}},
  ...apart,
  // The list of drafts is a page of its own, and dressed.
  {files: ['src/features/intake/DraftsPage.tsx'], rules: {'no-restricted-imports': 'off'}},
  {files: ['**/*.mjs', '*.ts'], ...ts.configs.disableTypeChecked},
  // What runs in node, or looks into a page from outside.
  {files: ['browser/**'], rules: {'no-restricted-globals': 'off'}},
);
