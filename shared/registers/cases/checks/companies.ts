import { type CaseFinding, error, NOTES_CLAUSE } from '../finding.ts';
import { type CaseText, placesOf } from '../text.ts';

const FORM = '(?:股份有限公司|有限责任公司|有限公司|专业合作社)';
/** What stands before the form without a mark between; a company's name is somewhere at its end. */
const CANDIDATE = new RegExp(`[\\p{Script=Han}A-Za-z0-9×＊*○Ｘ（）()]{2,40}?${FORM}`, 'gu');
const PLACE =
  '(?:(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|郑州|开封|洛阳|平顶山|安阳|鹤壁|新乡|焦作|濮阳|许昌|漯河|三门峡|南阳|商丘|信阳|周口|驻马店|济源|中原|金水|二七|管城|惠济|上街|巩义|荥阳|新密|新郑|登封|中牟|武汉|西安|南京|杭州|广州|深圳)(?:省|市|县|区)?)';
const PLACES = new RegExp(PLACE, 'g');
/** Up to here it is no name. */
const NOT_NAME =
  /对|向|由|在|将|给|被|把|到|至|是|为|经|于|从|(?<=公司|合作社)[和与及]|检查|走访|约谈|帮助|指导|涉及|企业|当事人|相对人|经营者|负责人|单位|发现|辖区/g;
/** Anonymised: 郑州某餐饮有限公司, XX有限公司, A公司. Or any company: 一家, 该, 各. */
const NOBODY = /[某A-Za-z0-9×＊*○Ｘ]|家|该|此|各|这|那|多个|一些|的|所|了|本地|当地/;
const TRADES =
  /餐饮|管理|建筑|装饰|装修|劳务|商贸|贸易|食品|科技|服务|工程|物业|运输|物流|房地产|开发|投资|化工|机械|制造|环保|能源|文化|传媒|医药|医疗|汽车|销售|置业|实业|农业|种植|养殖|农民|水务|供水|燃气|热力|国有|大型|小型|集团|建材|混凝土|家具|家居|服装|旅游|教育|咨询|广告|网络|信息|技术|电子|商务|发展|控股|独资|分|省|市|县|区|（|）|\(|\)/g;

/** 单位名称不使用真实的: a place, a name of its own, a form of company. */
export function checkCompanies({ lines }: CaseText): CaseFinding[] {
  return placesOf(lines, CANDIDATE).flatMap(({ found, within }) => {
    const begin = nameFrom(found);
    if (begin === undefined) return [];
    const message = `“${found.slice(begin)}”疑似真实单位名称，建议改用化名，如“XX公司”`;
    const at = within(begin, found.length);
    return [error(at, { code: 'party-company', message, source: NOTES_CLAUSE })];
  });
}

/** Where the name begins in what stands before the form; undefined where it is none. */
function nameFrom(found: string): number | undefined {
  const begin = Math.max(
    0,
    ...[...found.matchAll(NOT_NAME)].map(({ 0: word, index }) => index + word.length),
  );
  const rest = found.slice(begin);
  const place = rest.matchAll(PLACES).next().value?.index;
  const name = rest.slice(place ?? 0);
  if (NOBODY.test(name)) return undefined;
  const own = name
    .replace(new RegExp(`${FORM}$`), '')
    .replace(PLACES, '')
    .replace(TRADES, '').length;
  // Without a place nothing says where the name begins: only a short one is sure.
  if (own < 2 || (place === undefined && own > 4)) return undefined;
  return begin + (place ?? 0);
}
