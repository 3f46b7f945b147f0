import { advice, type CaseFinding, NOTES_CLAUSE } from '../finding.ts';
import { type CaseText, placesOf } from '../text.ts';

const KIND = '(?:店|馆|超市|经营部|商行|饭庄|酒楼|餐厅|诊所|药房)';
const TRADE =
  '(?:烧烤|烤肉|烤鱼|餐饮|烩面|拉面|牛肉面|米线|火锅|小吃|早餐|早点|快餐|面|饭|菜|羊肉|卤肉|熟食|烘焙|蛋糕|奶茶|咖啡|茶|酒|烟酒|副食|食品|水果|蔬菜|果蔬|生鲜|水产|粮油|百货|日用|生活|便利|综合|购物|服装|鞋|五金|建材|装饰|家具|家电|电器|通讯|手机|汽修|汽车|洗车|理发|美发|美容|宾|旅|足浴|药|医|母婴|文具|打印|图文|广告|摄影|宠物|化妆品|农资)';
/** Of a name of its own: no word that only counts, points or joins. */
const SIGN =
  '[^\\P{Script=Han}某该这那各本此其的了在对是有与和等及家间个户所条处名为由被将把向从到上下内外前后中一二三四五六七八九十几多两]';
const SHOP = `(?<own>${SIGN}{2,4}?)${TRADE}*(?<kind>${TRADE}${KIND}|超市|经营部|商行|药房)`;
/** What a name stands behind: whose it is, where it lies. */
const BEHIND =
  '(?:当事人|相对人|经营者|业主|商户|业户|店名为?|字号为?|名为|名叫|经营的|开办的|开设的|位于[^，。；]{0,20}?[的路街])[：:]?';
const NAMED = new RegExp(`(?<=${BEHIND}|[市县区镇乡路街])${SHOP}`, 'gu');
const QUOTED = new RegExp(
  `(?<=[“"「『])(?<own>\\p{Script=Han}{2,8}?)(?<kind>${TRADE}?${KIND})(?=[”"」』])`,
  'gu',
);
/** What a shop is called by anybody. */
const ANYBODY =
  /[某ＸX×我你他她们有没]|沿街|街边|路边|临街|流动|[大小中]型|周边|周围|附近|部分|全[市县区]|辖区|便民|社区|小区|无证|无照|新开|连锁|个体|违规|违法|占道|特色|传统|夜市|经营|检查|走访|整治|约谈|普通|网红|知名|[本当]地|老字号|二手|商圈|品牌|露天|专业|大众|农村|城区|城市|街道|学校|校园|商业|正规|集体|示范|诚信|放心|文明|星级|餐饮|不少|所有|全部|共享|爱心|百年|图书|博物|体育|展览|文化|档案|美术|纪念|科技|旗舰|专卖|专营|专门|国内|国营/u;

/** 单位名称不使用真实的, of shops: what only looks like the name of one is advice. */
export function checkShops({ lines }: CaseText): CaseFinding[] {
  const quoted = placesOf(lines, QUOTED);
  const others = placesOf(lines, NAMED).filter(
    ({ from, to }) => !quoted.some((each) => from < each.to && each.from < to),
  );
  return [...quoted, ...others]
    .filter(({ groups }) => !ANYBODY.test(groups['own'] ?? ''))
    .map((at) => {
      const message = `“${at.found}”疑似真实店名，建议改为“某${at.groups['kind']}”`;
      return advice(at, { code: 'party-shop', message, source: NOTES_CLAUSE });
    });
}
