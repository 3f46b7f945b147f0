import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';

/** Words that one thing was once called by, and what it is called now. */
const FORMER: readonly (readonly [word: RegExp, now: string])[] = [
  [/达标/, '推荐分数线 or 自查参考线 (lineName); as a verdict: 达到…分, 未达…分'],
  [/(?<!推荐)分数线|分线|合格线/, '推荐分数线 or 自查参考线 (lineName)'],
  [/得分说明|规则结果与说明|得分的由来/, '计分说明'],
  [/怎么来的|总分的计算/, '总分计算过程'],
  [/怎么补|怎样提分|可提分/, '改进建议; 可增分'],
  [/丢分/, '失分'],
  [/热力表|失分排行/, '失分情况表'],
  [/【提醒】|请留意|去看/, '提醒事项; 查看'],
  [/未填/, '未录入'],
  [/核完|核验没有完成|核验进度/, '核验情况; 未完成核验'],
  [/(?<!不予)不认可|不采信/, '不予认可'],
  [/有则提供|必交|选交/, '必备, 选备'],
  [/罚分/, '减分项'],
  [/接收清单|收件登记(?!表)/, '收件登记表'],
  [/推荐单位期限/, '推荐单位上报期限'],
  [/含当日|以收到材料的日期为准/, 'nothing: no document says it'],
];

/** Where a former word stays. One that is not needed any more is to be taken out. */
const ALLOWED: readonly { readonly file: string; readonly word: string; readonly why: string }[] = [
  ...['达标', '未填'].map((word) => ({
    file: 'electron/services/package/checks/workbook.ts',
    word,
    why: 'workbooks of former versions',
  })),
  {
    file: 'electron/services/package/checks/our-sums.ts',
    word: '达标',
    why: 'formulas of former versions',
  },
  { file: 'shared/package/form.ts', word: '未填', why: 'the root folder of a former version’s package' },
  {
    file: 'shared/campaign/schema.ts',
    word: '以收到材料的日期为准',
    why: 'the note of a former version, to be replaced',
  },
  ...['fault-doubts', 'loose', 'veto-phrases', 'zero-doubts'].map((name) => ({
    file: `shared/tables/rule-text/${name}.ts`,
    word: '达标',
    why: 'a word of foreign texts, to be read',
  })),
  { file: 'shared/tables/rule-text/limits.ts', word: '罚分', why: 'a word of foreign texts, to be read' },
  ...['达标', '分数线'].map((word) => ({
    file: 'shared/tables/import/pass-score.ts',
    word,
    why: 'a word of foreign texts, to be read',
  })),
  { file: 'shared/campaign/words.ts', word: '分数线', why: 'the line of a 示范点验收' },
  { file: 'shared/standard/basis.ts', word: '分数线', why: 'the line of a 示范点验收' },
  { file: 'electron/services/import/form/head.ts', word: '达标', why: 'forms of former versions' },
  { file: 'electron/services/import/form/entries.ts', word: '选交', why: 'forms of former versions' },
];

/** What people read of a source: its texts and the names that become labels, but no pattern and no comment. */
function textsOf(path: string, source: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node) ||
      ts.isJsxText(node) ||
      ts.isIdentifier(node)
    ) {
      texts.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, false, kind));
  return texts;
}

interface Found {
  readonly file: string;
  readonly word: string;
  readonly now: string;
  readonly text: string;
}

function formerWordsIn(file: string, source: string): Found[] {
  if (!FORMER.some(([word]) => word.test(source))) return [];
  const texts = file.endsWith('.md') ? source.split('\n') : textsOf(file, source);
  return texts.flatMap((text) =>
    FORMER.flatMap(([pattern, now]) => {
      const [word] = pattern.exec(text) ?? [];
      return word === undefined ? [] : [{ file, word, now, text: text.trim() }];
    }),
  );
}

const sources = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name)),
);
const found = [...sources, 'README.zh-CN.md', 'scoring-standards/README.md'].flatMap((file) =>
  formerWordsIn(file, readFileSync(join(repository, file), 'utf8')),
);
const allows = (each: Found) => (allowed: (typeof ALLOWED)[number]) =>
  allowed.file === each.file && allowed.word === each.word;

describe('one word for one thing', () => {
  it.each([
    ['a string', 'a.ts', "const a = '达标线';", ['达标']],
    ['a template', 'a.ts', 'const a = `距 ${line} 分线`;', ['分线']],
    ['text of a screen', 'a.tsx', 'const a = <p>已核完 {done}</p>;', ['核完']],
    ['an attribute', 'a.tsx', 'const a = <p title="不认可" />;', ['不认可']],
    ['a name that becomes a label', 'a.ts', 'const a = { 合格线: 1 };', ['合格线']],
    ['a line of a text', 'a.md', '写明罚分', ['罚分']],
    ['the words of today', 'a.ts', "const a = '推荐分数线、不予认可、收件登记表';", []],
    ['a pattern and a comment', 'a.ts', 'const a = /达标/; // 达标线', []],
  ])('sees a former one in %s', (_what, file, source, words) => {
    expect(formerWordsIn(file, source).map(({ word }) => word)).toEqual(words);
  });

  it('no former one comes back', () => {
    expect(sources.length).toBeGreaterThan(400);
    expect(found.filter((each) => !ALLOWED.some(allows(each)))).toEqual([]);
  });

  it('none is allowed where it is not', () => {
    const unused = ALLOWED.filter((allowed) => !found.some((each) => allows(each)(allowed)));
    expect(unused).toEqual([]);
  });
});
