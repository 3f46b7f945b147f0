import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../../repository.ts';
import { classUse, classesIn } from './class-names.ts';

const TOKENS = 'ui/tokens.ts';
const MOST_LINES = 200;

const files = new Map(
  readdirSync(join(repository, 'renderer'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(css|tsx?)$/.test(name))
    .sort()
    .map((name) => [name, readFileSync(join(repository, 'renderer', name), 'utf8')]),
);
const sheets = [...files.keys()].filter((name) => name.endsWith('.css'));
const sources = [...files.keys()].filter((name) => !name.endsWith('.css'));
const textOf = (name: string): string => files.get(name) ?? '';
const withoutComments = (css: string): string => css.replaceAll(/\/\*[\s\S]*?\*\//g, '');

/** The selectors of a sheet, one a rule. */
const selectorsOf = (sheet: string): string[] =>
  [...withoutComments(textOf(sheet)).matchAll(/([^{};]+)\{/g)]
    .map(([, selector]) => selector?.trim() ?? '')
    .filter((selector) => !selector.startsWith('@'));
/** antd's and its icons' own names are theirs. */
const isOurs = (name: string): boolean => !/^(ant-|anticon)/.test(name);
const classesOf = new Map(
  sheets.map((sheet) => [sheet, new Set(selectorsOf(sheet).flatMap(classesIn).filter(isOurs))]),
);
const uses = new Map(sources.map((source) => [source, classUse(source, textOf(source))]));

const names = (source: string, name: string): boolean => {
  const use = uses.get(source);
  return (
    (use?.names.includes(name) || use?.beginnings.some((beginning) => name.startsWith(beginning))) ?? false
  );
};
/** The sheets whose rules begin with a class: it is theirs. Others only say how it looks among their own. */
const ownersOf = (name: string): string[] => {
  const begun = sheets.filter((sheet) =>
    selectorsOf(sheet)
      .flatMap((rule) => rule.split(','))
      .some((selector) => classesIn(selector).find(isOurs) === name),
  );
  return begun.length > 0 ? begun : sheets.filter((sheet) => classesOf.get(sheet)?.has(name));
};
const owners = new Map(
  [...classesOf.values()].flatMap((all) => [...all]).map((name) => [name, ownersOf(name)]),
);

describe('colours', () => {
  // What stands for a colour of its own; `transparent`, `inherit` and `currentcolor` name none.
  const NAMED =
    'black|white|gr[ae]y|silver|red|green|blue|yellow|orange|gold|amber|brown|maroon|navy|teal|olive|purple|violet|' +
    'magenta|pink|cyan|aqua|lime|crimson|salmon|coral|tomato|khaki|beige|ivory|snow|tan|indigo|orchid|plum|' +
    '(?:dark|light|medium|deep|pale|hot|dim|slate|steel|royal|sky|dodger|forest|sea|spring)[a-z]+';
  const NUMBERED = String.raw`#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color)\(`;
  const inSheet = new RegExp(`${NUMBERED}|[:,\\s](?:${NAMED})(?=[\\s;,)!])`, 'gi');
  // The colour of an antd tag is a name of antd's own.
  const inSource = new RegExp(
    String.raw`${NUMBERED}|\b(?:fill|stroke)[=:] ?["'{]*(?:${NAMED})["']|style=\{\{[^}]*?['" ](?:${NAMED})['" ][^}]*\}\}`,
    'gi',
  );

  it('are named in the token file alone', () => {
    const found = [...files.keys()]
      .filter((name) => name !== TOKENS)
      .flatMap((name) => {
        const isSheet = name.endsWith('.css');
        const values = isSheet
          ? [...withoutComments(textOf(name)).matchAll(/:[^{};]*;/g)].map(([value]) => value)
          : [textOf(name)];
        return values
          .flatMap((value) => [...value.matchAll(isSheet ? inSheet : inSource)])
          .map(([colour]) => `${name}: ${colour.trim()}`);
      });
    expect(found).toEqual([]);
  });

  it('are given by custom properties that there are, and every one of those is used', () => {
    const declared = new Set([...textOf(TOKENS).matchAll(/'(--[\w-]+)':/g)].map(([, name]) => name ?? ''));
    expect(declared.size).toBeGreaterThan(20);
    const used = [...files].flatMap(([name, text]) =>
      [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, property]) => ({ name, property: property ?? '' })),
    );
    const undeclared = used.filter(
      ({ name, property }) => !declared.has(property) && !textOf(name).includes(`${property}:`),
    );
    expect(undeclared).toEqual([]);
    const unused = [...declared].filter((property) => !used.some((each) => each.property === property));
    expect(unused).toEqual([]);
  });
});

describe('style sheets', () => {
  const importsOf = (source: string, pattern: RegExp): string[] =>
    [...textOf(source).matchAll(pattern)].map(([, path]) => posix.join(dirname(source), path ?? ''));
  const sheetsOf = new Map(sources.map((source) => [source, importsOf(source, /^import '(\..*\.css)';$/gm)]));
  const modulesOf = new Map(
    sources.map((source) => [source, importsOf(source, /(?:from|import\() ?'(\.[^']*\.tsx?)'/g)]),
  );
  /** The modules that come with one. */
  const withAll = (source: string): Set<string> => {
    const reached = new Set([source]);
    for (const each of reached) for (const next of modulesOf.get(each) ?? []) reached.add(next);
    return reached;
  };
  const reach = new Map(sources.map((source) => [source, withAll(source)]));
  const importersOf = (sheet: string): string[] =>
    sources.filter((source) => sheetsOf.get(source)?.includes(sheet));

  it(`have no more than ${MOST_LINES} lines`, () => {
    const long = sheets.filter((sheet) => textOf(sheet).split('\n').length - 1 > MOST_LINES);
    expect(long).toEqual([]);
  });

  it('are imported by those alone that draw in them, from their own folder or one that all may draw from', () => {
    const wrong = sheets.flatMap((sheet) => {
      const folder = dirname(sheet);
      const importers = importersOf(sheet);
      if (importers.length === 0) return [`${sheet} is imported by nobody`];
      return importers
        .filter((source) => source !== 'App.tsx')
        .flatMap((source) => [
          ...(uses.get(source)?.names.some((name) => owners.get(name)?.includes(sheet))
            ? []
            : [`${source} imports ${sheet} and uses none of its classes`]),
          ...(source.startsWith(`${folder}/`) || /^(ui|state|items)(\/|$)/.test(folder)
            ? []
            : [`${source} imports ${sheet} from another folder`]),
        ]);
    });
    expect(wrong).toEqual([]);
    const missing = sources.flatMap((source) =>
      (sheetsOf.get(source) ?? []).filter((sheet) => !files.has(sheet)).map((sheet) => `${source}: ${sheet}`),
    );
    expect(missing).toEqual([]);
  });

  it('are there wherever one of their classes is drawn', () => {
    // The sheets of App.tsx are there from the start; others come with whoever imports them.
    const atStart = new Set(sheetsOf.get('App.tsx'));
    const isThere = (sheet: string, source: string): boolean =>
      atStart.has(sheet) ||
      importersOf(sheet).some(
        (importer) => (reach.get(importer)?.has(source) || reach.get(source)?.has(importer)) ?? false,
      );
    const absent = [...uses].flatMap(([source, use]) =>
      use.names
        .filter((name) => owners.get(name)?.some((sheet) => isThere(sheet, source)) === false)
        .map((name) => `${source}: .${name} of ${String(owners.get(name))}`),
    );
    expect(absent).toEqual([]);
  });

  it('have no class that nothing is drawn in', () => {
    const unused = sheets.flatMap((sheet) =>
      [...(classesOf.get(sheet) ?? [])]
        .filter((name) => !sources.some((source) => names(source, name)))
        .map((name) => `${sheet}: .${name}`),
    );
    expect(unused).toEqual([]);
  });

  it('have every class that something is drawn in, but those that are only looked for', () => {
    const all = new Set([...classesOf.values()].flatMap((each) => [...each]));
    const sought = new Set([...uses.values()].flatMap((use) => use.sought));
    const unknown = [...uses].flatMap(([source, use]) =>
      [
        ...use.names.filter((name) => isOurs(name) && !all.has(name) && !sought.has(name)),
        ...use.beginnings.filter((beginning) => ![...all].some((name) => name.startsWith(beginning))),
      ].map((name) => `${source}: ${name}`),
    );
    expect(unknown).toEqual([]);
    const lost = [...sought].filter((name) => isOurs(name) && !sources.some((source) => names(source, name)));
    expect(lost).toEqual([]);
  });

  // The name of the sheet's folder; where two folders have one name, its parent's before it.
  const folders = [...new Set(sheets.map((sheet) => dirname(sheet)))];
  const prefixOf = (folder: string): string =>
    folders.filter((each) => basename(each) === basename(folder)).length > 1 && folder.includes('/')
      ? `${basename(dirname(folder))}-${basename(folder)}`
      : basename(folder);
  const prefixes = folders.map(prefixOf);
  /** The longest prefix that a name begins with. */
  const prefixIn = (name: string): string | undefined =>
    prefixes
      .filter((prefix) => name === prefix || name.startsWith(`${prefix}-`))
      .sort((a, b) => b.length - a.length)[0];

  it('name their classes after their folder, and begin each rule with one of those', () => {
    expect(prefixes).toEqual([...new Set(prefixes)]);
    const wrong = sheets.flatMap((sheet) => {
      const own = prefixOf(dirname(sheet));
      return selectorsOf(sheet)
        .flatMap((rule) => rule.split(','))
        .filter((selector) => {
          const [first, ...others] = classesIn(selector).filter(isOurs);
          // What is said of elements alone, or of antd's, holds everywhere: base.css and print.css.
          if (first === undefined) return dirname(sheet) !== 'ui';
          return prefixIn(first) !== own || others.some((name) => prefixIn(name) === undefined);
        })
        .map((selector) => `${sheet}: ${selector.trim()} (${own}-…)`);
    });
    expect(wrong).toEqual([]);
  });
});
