// The arrows of the house (docs/ARCHITECTURE.md): inside each part a folder imports only those before it in its list.
const LISTS = {
  shared: [
    'values',
    'stored-form.ts',
    'document-words.ts',
    'document-merge.ts',
    'document.ts',
    'standard',
    'tables',
    'campaign',
    'assessment',
    'scoring',
    'eligibility',
    'edition',
    'papers',
    'package',
    'review',
    'registers',
    'search',
    'contract',
  ],
  'electron/services': [
    'base',
    'files',
    'data-root',
    'sheets',
    'document',
    'import',
    'standards',
    'workbook',
    'package',
    'assessment',
    'papers',
    'desk',
    'registers',
    'pages',
    'host.ts',
    'moving-host.ts',
  ],
  renderer: [
    'ui',
    'state',
    'items',
    'assessment',
    'desk',
    'standards',
    'registers',
    'search',
    'home',
    'areas.tsx',
    'App.tsx',
    'main.tsx',
  ],
};

const below = (part, names) => `^${part}/(${names.map((name) => name.replace('.', '\\.')).join('|')})(/|$)`;

/** For each folder of a list but the last: nothing of those behind it. */
const arrows = Object.entries(LISTS).flatMap(([part, names]) =>
  names.slice(0, -1).map((name, at) => ({
    name: `${part}/${name} imports only what is before it`,
    severity: 'error',
    from: { path: below(part, [name]) },
    to: { path: below(part, names.slice(at + 1)) },
  })),
);

export default {
  forbidden: [
    ...arrows,
    // Whether it imports or is imported.
    ...Object.entries(LISTS).flatMap(([part, names]) => {
      const unlisted = { path: `^${part}/`, pathNot: [below(part, names), '\\.(css|json)$'] };
      const rule = { name: `${part}: every folder has its place in the list`, severity: 'error' };
      return [
        { ...rule, from: unlisted, to: {} },
        { ...rule, from: {}, to: unlisted },
      ];
    }),
    { name: 'no circle, of types neither', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(tests|build|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs'] },
  },
};
