import { rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../../../../electron/services/assessment/open-package.ts';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { exportFixture, makeFixture, sha256, tempFolder } from './fixture.ts';
import { Forgery } from './forge.ts';

/**
 * What somebody can do to a package and make every checksum anew (docs/PACKAGE.md, "Forgeries"). None may be 完好.
 */
const ASSESSMENT = 'data/assessment.json';
const WORKBOOK = 'data/推荐材料.xlsx';
const README = '说明文件.txt';
const INDEX = 'data/目录.html';
const EVIDENCE = 'data/佐证材料/1.1 项目1.1/01 实施方案.txt';
const COVER = 'xl/worksheets/sheet1.xml';
const SCORES = 'xl/worksheets/sheet2.xml';
const STYLES = 'xl/styles.xml';
const STRINGS = 'xl/sharedStrings.xml';

type Row = readonly [what: string, status: string, code: string, change: (bag: Forgery) => Promise<unknown>];

const foreign = (path: string): Row => [
  `a listed file that the assessment does not know: ${path.slice(0, 40)}`,
  'suspect',
  'foreign',
  (bag) => bag.write(path, 'MZ'),
];
const info = (what: string, code: string, change: (text: string) => string): Row => [
  what,
  'suspect',
  code,
  (bag) => bag.edit('bag-info.txt', change),
];
const assessment = (what: string, code: string, change: (text: string) => string): Row => [
  what,
  'suspect',
  code,
  (bag) => bag.edit(ASSESSMENT, change),
];
const workbook = (what: string, part: string, change: (xml: string) => string): Row => [
  what,
  'suspect',
  'workbook',
  (bag) => bag.editWorkbook(part, change),
];

const withSentence = (xml: string) =>
  xml.replace(
    '</sheetData>',
    '<row r="40"><c r="A40" t="inlineStr"><is><t>经核定98分</t></is></c></row></sheetData>',
  );

const ROWS: readonly Row[] = [
  workbook('a second table of cells on a sheet', COVER, (xml) =>
    xml.replace('</sheetData>', '</sheetData><sheetData/>'),
  ),
  workbook('scores under another title', STRINGS, (xml) => xml.replaceAll('>自评分<', '>得分<')),
  // Files that do not belong.
  foreign('data/程序.exe'),
  foreign('data/佐证材料/快捷方式.lnk'),
  foreign('data/佐证材料/1.1 项目1.1/run.bat'),
  foreign('data/autorun.inf'),
  foreign('autorun.inf'),
  foreign('data/佐证材料/1.1 项目1.1/\u202egpj.exe'),
  foreign('data/佐证材料/CON'),
  foreign('data/Thumbs.db'),
  foreign('data/~$推荐材料.xlsx'),
  foreign('data/佐证材料/第二份方案.pdf'),
  foreign('manifest-md5.txt.bak'),
  [
    'a listed name of a hundred folders',
    'suspect',
    'foreign',
    (bag) => bag.write(`data/${'很长的文件夹名/'.repeat(100)}x.txt`, 'x'),
  ],
  ['a second payload manifest', 'suspect', 'foreign', (bag) => bag.write('metadata/note.txt', 'x')],
  [
    'evidence under another name',
    'suspect',
    'misplaced',
    (bag) => rename(join(bag.root, EVIDENCE), join(bag.root, dirname(EVIDENCE), '01 别的名称.txt')),
  ],
  [
    'two pieces of evidence that changed places',
    'suspect',
    'misplaced',
    async (bag) => {
      const third = EVIDENCE.replace('01', '03');
      await rename(join(bag.root, EVIDENCE), join(bag.root, 'x'));
      await rename(join(bag.root, third), join(bag.root, EVIDENCE));
      await rename(join(bag.root, 'x'), join(bag.root, third));
    },
  ],
  // Papers for people.
  ['no workbook', 'suspect', 'workbook', (bag) => rm(join(bag.root, WORKBOOK))],
  ['another workbook', 'suspect', 'workbook', (bag) => bag.write(WORKBOOK, 'PK\x03\x04')],
  workbook('a workbook of another unit', STRINGS, (xml) =>
    xml.replaceAll('示例市示例区城市管理局', '别的单位'),
  ),
  workbook('another total on the cover', COVER, (xml) => xml.replace('<v>95</v>', '<v>99</v>')),
  workbook('a total on the cover that computes otherwise', COVER, (xml) =>
    xml.replace(/<f>[^<]*I\d+<\/f><v>95</, '<f>90+9</f><v>95<'),
  ),
  workbook('another self score of an item', SCORES, (xml) =>
    xml.replace(/(<c r="I\d+" s="\d+"><v>)45</, '$1' + '46<'),
  ),
  workbook('a sum that adds a number', SCORES, (xml) => xml.replace(/<f>(ROUND\([^<]*)<\/f>/, '<f>$1+4</f>')),
  workbook('another full score of an item', SCORES, (xml) =>
    xml.replace(/(<c r="H\d+" s="\d+"><v>)50</, '$1' + '60<'),
  ),
  workbook('核验分 filled in already', SCORES, (xml) =>
    xml.replace(/<c r="(M4)" s="(\d+)"\/>/, '<c r="$1" s="$2"><v>50</v></c>'),
  ),
  workbook('other bytes in 校验清单', 'xl/worksheets/sheet4.xml', (xml) =>
    xml.replace(/(<c r="C4" s="\d+"><v>)\d+</, '$1' + '9<'),
  ),
  workbook('another SHA-256 in 校验清单', STRINGS, (xml) =>
    xml.replace(/>[0-9a-f]{64}</, `>${'0'.repeat(64)}<`),
  ),
  workbook('the sheets of profile 1', 'xl/workbook.xml', (xml) => xml.replaceAll('校验清单', '差距分析')),
  ['no 目录', 'suspect', 'index', (bag) => rm(join(bag.root, INDEX))],
  ['a line more in 目录', 'suspect', 'index', (bag) => bag.edit(INDEX, (text) => `${text}\n`)],
  ['a line less in 目录', 'suspect', 'index', (bag) => bag.edit(INDEX, (text) => text.slice(0, -1))],
  [
    'a 目录 that leads elsewhere',
    'suspect',
    'index',
    (bag) => bag.edit(INDEX, (text) => text.replace(/href="[^"]*"/, 'href="http://example.invalid/"')),
  ],
  [
    'a script in 目录',
    'suspect',
    'index',
    (bag) => bag.edit(INDEX, (text) => text.replace('</body>', '<script>alert(1)</script></body>')),
  ],
  info('the profile of before', 'tag', (text) => text.replace('Biaobing-Profile: 2', 'Biaobing-Profile: 1')),
  [
    'a profile to come',
    'unsupported',
    'profile',
    (bag) => bag.edit('bag-info.txt', (text) => text.replace('Biaobing-Profile: 2', 'Biaobing-Profile: 3')),
  ],
  info('no profile of BagIt', 'tag', (text) => text.replace(/^BagIt-Profile-Identifier: .*\n/m, '')),
  workbook('a sentence more on the cover', COVER, withSentence),
  ...['biaobing 0.1.9', 'biaobing 9.9.9'].map((software): Row => [
    `the same, said to be made by ${software}`,
    'suspect',
    'workbook',
    async (bag) => {
      await bag.edit('bag-info.txt', (text) => text.replace(/biaobing \d\S*/, software));
      await bag.editWorkbook(COVER, withSentence);
    },
  ]),
  workbook('a merged cell over the total', COVER, (xml) =>
    xml.replace('</mergeCells>', '<mergeCell ref="A14:B14"/></mergeCells>'),
  ),
  workbook('a page header of its own', COVER, (xml) =>
    xml.replace(/<headerFooter>.*<\/headerFooter>/, '<headerFooter><oddHeader>98</oddHeader></headerFooter>'),
  ),
  workbook('other words about an item', STRINGS, (xml) => xml.replace('看情况', '已核定满分')),
  workbook('a hidden sheet', 'xl/workbook.xml', (xml) =>
    xml.replace('name="校验清单"', 'name="校验清单" state="hidden"'),
  ),
  workbook('a format that shows another number', 'xl/styles.xml', (xml) =>
    xml.replace('formatCode="0.00&quot;分&quot;"', 'formatCode="&quot;99.00分&quot;"'),
  ),
  workbook('a format that depends on the value', COVER, (xml) =>
    xml.replace('<printOptions', '<conditionalFormatting sqref="B14"/><printOptions'),
  ),
  workbook('a page of one row', SCORES, (xml) =>
    xml.replace(
      /(<rowBreaks.*<\/rowBreaks>)?(<drawing|<legacyDrawing|<\/worksheet>)/s,
      '<rowBreaks count="1" manualBreakCount="1"><brk id="6" max="16383" man="1"/></rowBreaks>$2',
    ),
  ),
  workbook('a hidden row', SCORES, (xml) => xml.replace('<row r="5"', '<row r="5" hidden="1"')),
  workbook('a name for a number', 'xl/workbook.xml', (xml) =>
    xml.replace('<definedNames>', '<definedNames><definedName name="x">9</definedName>'),
  ),
  workbook('a link to elsewhere', 'xl/worksheets/_rels/sheet2.xml.rels', (xml) =>
    xml.replace(/Target="[^"]*"/, 'Target="http://example.invalid/"'),
  ),
  workbook('a link to another piece of evidence', 'xl/worksheets/_rels/sheet2.xml.rels', (xml) => {
    const [first = '', second = ''] = [...xml.matchAll(/Target="[^"]*"/g)].map(([target]) => target);
    return xml.replace(first, second);
  }),
  // The same numbers, and a reader sees others, or none.
  workbook('a total on the cover shown without its decimals', STYLES, (xml) =>
    xml.replaceAll('numFmtId="164" fontId', 'numFmtId="1" fontId'),
  ),
  workbook('every warning in white', STYLES, (xml) => xml.replaceAll('FFC00000', 'FFFFFFFF')),
  workbook('letters of one point', STYLES, (xml) => xml.replace(/<sz val="9"\/>/g, '<sz val="1"/>')),
  workbook('a black fill', STYLES, (xml) => xml.replaceAll('FFF5F5F5', 'FF000000')),
  workbook('texts that are cut', STYLES, (xml) => xml.replaceAll('wrapText="1"', 'wrapText="0"')),
  workbook('another palette', STYLES, (xml) =>
    xml.replace(
      '</styleSheet>',
      '<colors><mruColors><color rgb="FF000000"/></mruColors></colors></styleSheet>',
    ),
  ),
  workbook('a theme of white letters', 'xl/theme/theme1.xml', (xml) =>
    xml.replace('windowText" lastClr="000000"', 'window" lastClr="FFFFFF"'),
  ),
  workbook('a warning in a row of half a point', COVER, (xml) =>
    xml.replace(/(<row r="5"[^>]* ht=")[0-9.]+/, '$1' + '0.5'),
  ),
  workbook('items in rows of half a point', SCORES, (xml) =>
    xml.replace(/(<row r="\d+"[^>]* ht=")[0-9.]+/g, '$1' + '0.5'),
  ),
  workbook('a cell with the style of another', SCORES, (xml) =>
    xml.replace(/(<c r="I4" s=")\d+/, '$1' + '1'),
  ),
  workbook('one text in white', STRINGS, (xml) =>
    xml.replace(
      /<si><t>(自评总分)<\/t><\/si>/,
      '<si><r><rPr><color rgb="FFFFFFFF"/></rPr><t>$1</t></r></si>',
    ),
  ),
  ['no 说明文件', 'suspect', 'readme', (bag) => rm(join(bag.root, README))],
  ['another 说明文件', 'suspect', 'readme', (bag) => bag.edit(README, (text) => `已通过核验\r\n${text}`)],
  // bag-info.txt against the data.
  info('another unit', 'tag', (text) => text.replace('示例市示例区', '另一市另一区')),
  info('a higher score', 'tag', (text) => text.replace('Self-Score: 95.00', 'Self-Score: 99.00')),
  info('a second score', 'tag-twice', (text) => `${text}Biaobing-Self-Score: 99.00\n`),
  info('a second score in other letters', 'tag-twice', (text) => `${text}biaobing-self-score: 95.00\n`),
  info('no score', 'tag', (text) => text.replace(/^Biaobing-Self-Score.*\n/m, '')),
  info('no sum of the payload', 'tag', (text) => text.replace(/^Payload-Oxum.*\n/m, '')),
  info('another day', 'tag', (text) => text.replace(/^Bagging-Date: .*/m, 'Bagging-Date: 2026-11-19')),
  info('another kind', 'tag', (text) => text.replace('Biaobing-Kind: final', 'Biaobing-Kind: draft')),
  info('another revision', 'tag', (text) => text.replace('Biaobing-Revision: 1', 'Biaobing-Revision: 2')),
  info('another campaign', 'tag', (text) => text.replace(/^(Bag-Group-Identifier: ).*/m, '$1other')),
  info('another size', 'tag', (text) => text.replace(/^Bag-Size: .*/m, 'Bag-Size: 9.9 GB')),
  info('a statement that contradicts the standard', 'tag', (text) =>
    text.replace(/^Biaobing-Standard-Statement: .*/m, 'Biaobing-Standard-Statement: 正式标准'),
  ),
  info('a tag that no package has', 'tag-foreign', (text) => `${text}Approved-By: 省司法厅\n`),
  info('another profile of BagIt', 'tag', (text) =>
    text.replace(/^BagIt-Profile-Identifier: .*/m, 'BagIt-Profile-Identifier: urn:x'),
  ),
  [
    'an older BagIt, whose rules are weaker',
    'suspect',
    'declaration',
    (bag) => bag.edit('bagit.txt', (text) => text.replace('1.0', '0.97')),
  ],
  // assessment.json against itself, the standard and the files.
  assessment('another score of an item', 'revision', (text) => text.replace('"45.00"', '"46.00"')),
  assessment('another answer', 'revision', (text) =>
    text.replace(/"willing": (true|null)/, '"willing": false'),
  ),
  assessment('another time', 'revision', (text) =>
    text.replace(/"updatedAt": "[^"]*"/, '"updatedAt": "2026-12-01T00:00:00.000Z"'),
  ),
  assessment('wrong sizes', 'bytes', (text) => text.replace(/"bytes": (\d+)/, '"bytes": 1$1')),
  assessment('a picture that is none', 'media-type', (text) =>
    text.replace('"mediaType": "text/plain"', '"mediaType": "image/png"'),
  ),
  assessment('evidence linked that is not there', 'assessment', (text) =>
    text.replace(/("evidence": \[\s*)"[0-9a-f]{64}"/, `$1"${'0'.repeat(64)}"`),
  ),
  assessment('an item that the standard has not', 'assessment', (text) =>
    text.replace('"1.1": {', '"9.9": {'),
  ),
  assessment('another edition', 'assessment', (text) => text.replace(/"edition": "[^"]*"/, '"edition": "x"')),
  assessment('the same thing said twice', 'assessment', (text) =>
    text.replace('"willing": ', '"willing": false,\n  "willing": '),
  ),
  assessment('a thing that no assessment says', 'assessment', (text) =>
    text.replace('"willing": ', '"verifiedScore": "100.00",\n  "willing": '),
  ),
  assessment('no revision', 'revision', (text) => text.replace(/"revisions": \[[^\]]*\]/, '"revisions": []')),
  [
    'the root folder of another revision',
    'suspect',
    'root-name',
    async (bag) => {
      const other = join(dirname(bag.root), '别的单位_活动_2026-11-20_第9版');
      await rename(bag.root, other);
      Object.assign(bag, { root: other });
    },
  ],
  // What is not as its hashes say stays damaged, what leads outside unsafe.
  [
    'a payload file that no manifest lists',
    'damaged',
    'unlisted',
    (bag) => {
      bag.unlisted.add('data/多余.txt');
      return bag.write('data/多余.txt', 'x');
    },
  ],
  [
    'a program called as a lock file is',
    'damaged',
    'unlisted',
    (bag) => {
      bag.unlisted.add('data/~$程序.exe');
      return bag.write('data/~$程序.exe', 'MZ');
    },
  ],
  ['other content for a piece of evidence', 'damaged', 'evidence', (bag) => bag.write(EVIDENCE, '别的内容')],
  ['a link', 'unsafe', 'link', (bag) => symlink('/etc/passwd', join(bag.root, 'data/x'))],
  [
    'a file name that climbs out',
    'damaged',
    'content',
    (bag) => bag.edit(ASSESSMENT, (text) => text.replace('"fileName": "', '"fileName": "../../')),
  ],
];

describe('a forged package', () => {
  let original: string;
  beforeAll(async () => {
    original = (await exportFixture(await makeFixture())).file;
  });

  async function forge(change: (bag: Forgery) => Promise<unknown>): Promise<string> {
    const bag = await Forgery.of(original);
    await change(bag);
    return (await bag.seal()).root;
  }

  it('is intact where only the checksums were made anew', async () => {
    const verification = await verifyPackage(await forge(async () => {}));
    expect(verification).toMatchObject({ status: 'intact', problems: [] });
  });

  it.each(ROWS)('with %s is %s (%s)', async (_what, status, code, change) => {
    const verification = await verifyPackage(await forge(change));
    expect(verification.status).toBe(status);
    expect(verification.problems.filter(({ severity }) => severity === 'problem')).toContainEqual(
      expect.objectContaining({ code }),
    );
    expect(verification.sealCode === null).toBe(status !== 'suspect');
    // What people read of it.
    expect(verification.problems.map(({ path, message }) => `${path}：${message}`)).toMatchSnapshot();
  });

  it.each([
    '~$推荐材料.xlsx',
    '.~推荐材料.xlsx',
    '.~lock.推荐材料.xlsx#',
    '~WRL0005.tmp',
    'ehthumbs.db',
    'Thumbs.db',
    '.directory',
    '.DS_Store',
    '._推荐材料.xlsx',
    'desktop.ini',
    '.Spotlight-V100/store.db',
    '@eaDir/推荐材料.xlsx',
  ])('is intact with what looking at it leaves behind: %s', async (name) => {
    const root = await forge((bag) => {
      bag.unlisted.add(`data/${name}`);
      return bag.write(`data/${name}`, 'x');
    });
    const { status, problems } = await verifyPackage(root);
    expect([status, ...problems.map(({ code, severity }) => `${severity} ${code}`)]).toEqual([
      'intact',
      'remark system-file',
    ]);
  });

  it('is intact with evidence of no known kind', async () => {
    const fixture = await makeFixture();
    const evidence = fixture.assessment.evidence.map((each) => ({
      ...each,
      mediaType: 'application/octet-stream',
    }));
    const { verification } = await exportFixture({
      ...fixture,
      assessment: { ...fixture.assessment, evidence },
    });
    expect(verification.status).toBe('intact');
  });

  it('opens where it is whole, with its doubts', async () => {
    const root = await forge((bag) => bag.write('data/程序.exe', 'MZ'));
    const folder = join(await tempFolder(), 'opened');
    const { assessment: opened } = await openPackage(root, folder);
    expect(opened.unit.name).toBe('示例市示例区城市管理局');
  });

  it('holds no more than a hundred findings of a kind, and says how many more', async () => {
    const lines = Array.from({ length: 500 }, (_, index) => `${sha256(String(index))}  data/${index}.txt\n`);
    const bag = await Forgery.of(original);
    await bag.seal();
    await bag.edit('manifest-sha256.txt', (text) => text + lines.join(''));
    const { problems } = await verifyPackage(bag.root);
    const missing = problems.filter(({ code }) => code === 'missing');
    expect(missing).toHaveLength(101);
    expect(missing.at(-1)?.message).toContain('另有 400 处');
  });
});
