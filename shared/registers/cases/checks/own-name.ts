import { advice, type CaseFinding, error, NOTES_CLAUSE } from '../finding.ts';
import { type CaseText, placesOf, type Range } from '../text.ts';

/** Not 局面, 局部, 局限, 局势, 局外人 as words; but 我局面向企业, 我局部署, 我局限期整改. */
const BUREAU = '局(?!面(?![对向临])|部(?![署门])|限(?![期时定制令])|势|促|外人(?!员))';
/** 我市监局, 我区城管局: what a bureau does, as bureaus are called for short. */
const DUTY =
  '(?:市监|市场监管|市场监督管理|城管|城市管理|综合执法|司法|公安|税务|环保|生态环境|住建|住房和城乡建设|交通|交通运输|农业|农业农村|卫健|卫生健康|应急|应急管理|文旅|人社|民政|财政|发改|水利|水务|林业|自然资源|教育|审计|统计|商务|科技|工信|医保|烟草|工商|质监|国土|规划|房管|园林|消防)';
/** 我行政执法大队, 我交警支队, 我市场监管所: what else does a duty. Not 我执法队伍, 我执法队员, 我市场监管所需. */
const TEAM = `(?:(?:综合|行政|综合行政)?执法|交警|巡警|特警|刑警|刑侦|治安|监察|稽查|路政|运管|运政|${DUTY})(?:(?:大|支|总|中)队|队(?![伍员列友长])|分局|所(?![需有谓在属能做作用致提])|站(?![点在位]))`;
/** Nobody but an organ calls itself so, in speech neither. */
const SURE = [
  `(?:[省市县区分])?${BUREAU}`,
  `[省市县区]?(?:监|${DUTY})${BUREAU}`,
  `[省市县区]?${TEAM}`,
  '委(?![托屈婉派任曲])(?:员会)?',
  '厅',
  '(?:大|支|总|中)队',
  '管委会',
];
/** Words that others say of themselves as well ("我单位愿意整改"), or that go on as another word ("我处理"). */
const UNSURE = [
  '们?单位',
  '机关',
  '部门',
  '中心',
  '处(?![理于在境置分罚])',
  '(?<![帮给替让找叫跟为]我)办(?![理证事好完成了过的下张手妥结件照到不得户起公个这一厂企])',
  '所(?=[，。、；]|依法|依据|立即|民警|执法人员|工作人员|组织|高度)',
  '站(?![在起着出到了上稳队立])',
  '部(?![分署落位件])',
  '院(?!子)',
];
/** 自我局限, 忘我, 唯我, 敌我. */
const OWN = new RegExp(`(?<![自忘唯敌])我(?:们?(?<sure>${SURE.join('|')})|${UNSURE.join('|')})`, 'g');
/** 我科, 我镇, 我司: nobody's name either, and not what the notice names. Not 我县城, 我国; 我司机, 我科学. */
const OTHER =
  /(?<![自忘唯敌帮给替让找叫跟为])我(?:科室?(?![学技研普级幻])|[镇乡](?![村亲土下])|街道办?|股(?![份东权票])|司(?![机法空炉]))/g;
/** 我⏎局: broken within the line. */
const BROKEN = new RegExp(`^(?:${SURE.join('|')})`);
/** Not without an end, so that quotation marks which are never closed are looked at once. */
const SPEECH = /(?<=[：:，,说道称示])[“"「][^”"」]{0,300}[”"」]/g;
/** 根本, 基本, 原本, 成本. */
const THIS = new RegExp(`(?<![根基原成资日版])本(?:单位|机关|${BUREAU}|厅|大队|支队|中心)`, 'g');

/** 涉及行政机关名称的用标准简称，而不用“我局（单位）”. */
export function checkOwnName({ lines }: CaseText): CaseFinding[] {
  const speeches = placesOf(lines, SPEECH);
  const isSaid = ({ from, to }: Range) => speeches.some((said) => said.from < from && to < said.to);
  return [
    ...placesOf(lines, OWN).flatMap((at) => {
      if (at.groups['sure'] === undefined && isSaid(at)) return [];
      const message = `“${at.found}”请改用标准简称，如“XX市XX局”`;
      return [error(at, { code: 'own-name', message, source: NOTES_CLAUSE })];
    }),
    ...brokenIn(lines).map((at) => {
      const message = `“${at.found}”请改用标准简称，如“XX市XX局”`;
      return error(at, { code: 'own-name', message, source: NOTES_CLAUSE });
    }),
    ...[...placesOf(lines, THIS), ...placesOf(lines, OTHER).filter((at) => !isSaid(at))].map((at) =>
      advice(at, {
        code: 'own-name-this',
        message: `“${at.found}”建议改用标准简称，如“XX市XX局”`,
        source: '本软件',
      }),
    ),
  ];
}

/** One line ends with 我, the next one begins with what an organ calls itself. */
function brokenIn(lines: CaseText['lines']): (Range & { readonly found: string })[] {
  return lines.slice(1).flatMap((line, index) => {
    const before = lines[index];
    const [found] = BROKEN.exec(line.text) ?? [];
    if (!before || found === undefined || !/(?<![自忘唯敌])我$/.test(before.text)) return [];
    return [{ from: before.to - 1, to: line.from + found.length, found: `我${found}` }];
  });
}
