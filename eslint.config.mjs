import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

// The arrows of the house: renderer -> shared <- electron (docs/ARCHITECTURE.md).
const outsideOf = (place, patterns, paths = []) => ({
  files: [place.endsWith('.ts') ? place : `${place}/**/*.{ts,tsx}`],
  rules: { 'no-restricted-imports': ['error', { patterns, paths }] },
});
const nodeOrElectron = {
  group: [
    'node:*',
    'fs',
    'fs/*',
    'path',
    'os',
    'crypto',
    'http',
    'child_process',
    'stream',
    'electron',
    'electron/*',
  ],
  message: 'Only the host (electron/) reaches the machine.',
};
const noReact = {
  group: ['react', 'react-dom', 'react-dom/*', 'antd', 'antd/*', '@ant-design/*', 'recharts', 'zustand'],
  message: 'Only renderer/ draws.',
};
const noRenderer = { group: ['**/renderer/**'], message: 'Nothing imports renderer/.' };
const noHost = {
  group: ['**/electron/**'],
  message: 'Only the contract (shared/contract/) reaches the host.',
};
const noDoors = {
  group: ['electron', '**/desktop/**', '**/local/**'],
  message: 'services/ is Node only: it knows neither door.',
};

// Everything that the program makes has the rights of services/files/modes.ts: its user's alone.
const message = 'Make files and folders by services/files/files.ts and modes.ts: they keep them private.';
const rightless = [
  { name: 'node:fs', importNames: ['createWriteStream'], message },
  {
    name: 'node:fs/promises',
    importNames: ['appendFile', 'copyFile', 'cp', 'mkdir', 'writeFile'],
    message,
  },
];
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only (CONTRIBUTING.md).',
};
const openExternal = {
  selector: "MemberExpression[property.name='openExternal']",
  message: 'No address leaves the program (docs/GUARDS.md).',
};

export default tseslint.config(
  { ignores: ['dist', 'release', 'node_modules', 'coverage'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': ['error', defaultExport, openExternal],
      eqeqeq: 'error',
    },
  },
  {
    files: ['{renderer,shared,electron}/**/*.{ts,tsx}'],
    rules: { 'max-lines-per-function': ['error', { max: 100 }] },
  },
  outsideOf('shared', [nodeOrElectron, noReact, noRenderer, noHost]),
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'Date',
          'process',
          'window',
          'document',
          'performance',
          'setTimeout',
          'setInterval',
          'fetch',
          'crypto',
          'Buffer',
        ].map((name) => ({ name, message: 'shared/ is pure: pass dates and bytes in.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'shared/ is pure: pass ids in.' },
      ],
    },
  },
  outsideOf('renderer', [nodeOrElectron, noHost]),
  outsideOf('electron', [noReact, noRenderer], rightless),
  outsideOf('electron/services', [noReact, noRenderer, noDoors], rightless),
  {
    files: ['electron/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        defaultExport,
        openExternal,
        { selector: "CallExpression[callee.name='open'] > Literal[value=/[wa]/]", message },
      ],
    },
  },
  // Where the rights are given; a copy that keeps those of its file; inside a folder of mkdtemp; Chromium's own folder.
  outsideOf('electron/services/files/{modes,files}.ts', [noReact, noRenderer, noDoors]),
  outsideOf('electron/services/assessment/open-package.ts', [noReact, noRenderer, noDoors]),
  outsideOf('electron/desktop/window.ts', [noReact, noRenderer]),
  { files: ['renderer/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  // About libraries that the React compiler cannot memoise; it is not used here.
  { files: ['renderer/**/*.{ts,tsx}'], rules: { 'react-hooks/incompatible-library': 'off' } },
  {
    files: ['**/*.{js,mjs,cjs}', 'vite.config.ts', 'vitest.config.ts'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ['.dependency-cruiser.mjs', 'eslint.config.mjs', 'vite.config.ts', 'vitest.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // Test doubles and deliberately wrong input are the point of a test.
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
);
