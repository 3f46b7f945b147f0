/**
 * 《百家姓》 (Song; the text that is in use, without the five characters at its end), single surnames in their order.
 * 於 and 鬱 stand as they are registered today (于, 郁).
 */
const HUNDRED = [
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎',
  '鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄',
  '和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭',
  '梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚',
  '程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁',
  '仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘',
  '党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古',
  '易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋',
  '沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况有琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏墨',
  '哈谯笪年爱佟言福',
].join('');

/** Of those that it lacks, and that people in China have today. */
const TODAY = [
  '肖兰芦覃丘苑畅代付仝亓禤爨冼谌迟邸綦禚郇郄邝隋雒麴遆呙苟苌揭檀庹蹇妫粟尉俎蒉郐辜甯恽鄯镡萨佀仵侴尕尧弋旷朴',
  '杞沐琚睢茆褟迮鄞贠赫栗丛楼麦初原衣税修展智占战矫铁鹿南西信敬门操植布种冶香银青黑竹候才由来位但母者色线锁闪',
].join('');

/** Those of 《百家姓》, and others of two characters and more. */
const COMPOUND = [
  '万俟 司马 上官 欧阳 夏侯 诸葛 闻人 东方 赫连 皇甫 尉迟 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公孙 仲孙 轩辕 令狐',
  '钟离 宇文 长孙 慕容 鲜于 闾丘 司徒 司空 亓官 司寇 子车 颛孙 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 拓拔 夹谷 宰父 谷梁',
  '段干 百里 东郭 南门 呼延 羊舌 微生 梁丘 左丘 东门 西门 南宫 第五 太史 独孤 完颜 耶律 纳兰 叶赫 哥舒 贺兰 爱新觉罗',
].flatMap((row) => row.split(' '));

/** Surnames with which so many words begin that one alone says little: who has one is told by more that stands around. */
const WORDS = new Set([
  ...'华水云昌凤花任安常乐于时皮元平和明计伏成谈麻强路危万支经房干解应宗宣单包吉滑荣惠家封储松井富乌巴弓牧山车',
  ...'蓬全班仰秋仲宫暴厉戎祖符束幸薄印宿怀从索咸籍蒙阴能苍双闻党贡劳扶堵宰雍寿通边尚农别充连习鱼向古易慎戈终',
  ...'暨衡步都满弘国文广禄东沃利蔚越隆师勾融冷那简空曾毋沙养须丰巢关相查后红游权盖益公羊容居管督帅有琴归海楚',
  ...'法商伯赏墨哈年爱言福代付楼麦初原衣税修展智占战矫铁鹿南西信敬门操植布种冶香银青黑竹候才由来位但母者色线',
  ...'锁闪揭粟况司',
  ...['东方', '百里', '南门', '东门', '西门', '第五', '濮阳', '微生', '司空', '子车', '宗政', '太史', '单于'],
]);

/** Nobody's name as a word of the sentence: 于国庆、春节; 向海关反映. */
const LINKING = new Set('于和时应从能都那有来由但才相后向别尚须毋暨者年位');

/** Nouns and places, of which nearly every word is known (`noun-words.ts`): what is no word behind a party is a name. */
const NOUNS =
  '水云昌凤花麻路万支管房宗吉滑惠松井巫乌巴弓牧山车蓬班仰秋仲宫戎祖束印宿索咸籍蒙双党堵宰雍寿边农鱼古戈衡步国文广东沃隆师勾沙丰巢红游权公羊督帅琴海楚商伯墨哈福楼麦衣铁鹿南西门布香银青黑竹';

const ALL = [...COMPOUND, ...new Set(HUNDRED + TODAY)];

function anyOf(surnames: readonly string[]): string {
  return `(?:${surnames.join('|')})`;
}

export const ANY_SURNAME = anyOf(ALL);
/** Who has one of these is known by it. */
export const SURNAME = anyOf(ALL.filter((surname) => !WORDS.has(surname)));
export const WORD_SURNAME = anyOf(ALL.filter((surname) => WORDS.has(surname)));
export const NOUN_SURNAME = anyOf(ALL.filter((surname) => WORDS.has(surname) && !LINKING.has(surname)));
export const COMPOUND_SURNAME = anyOf(COMPOUND.filter((surname) => !WORDS.has(surname)));
export const PLAIN_NOUN_SURNAME = anyOf([...NOUNS]);
