import { describe, expect, it } from 'vitest';
import { checkCase } from '../../../../../shared/registers/cases/check.ts';
import { found } from './samples.ts';

/** What the checks say of one paragraph under a title, but for parts that are missing. */
const said = (text: string, severity: 'error' | 'advice' = 'error'): string[] =>
  found(`标题\n${text}`, severity).filter((line) => !line.startsWith('missing-part'));
const names = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/^[^:]*: /, ''));

describe('the organ calls itself 我局', () => {
  it.each([
    ['我局接到投诉', '我局'],
    ['由我单位牵头', '我单位'],
    ['我们单位牵头', '我们单位'],
    ['我委认为', '我委'],
    ['我委员会认为', '我委员会'],
    ['我厅、我大队', '我厅,我大队'],
    ['我支队与我中心', '我支队,我中心'],
    ['我市局督办', '我市局'],
    ['我市监局接到投诉', '我市监局'],
    ['我区城管局牵头', '我区城管局'],
    ['我县司法局认为', '我县司法局'],
    ['我市市场监管局', '我市市场监管局'],
    ['我办认为，我处认为', '我办,我处'],
    ['我所依法', '我所'],
    ['我局面向企业', '我局'],
    ['我局部署整改', '我局'],
    ['我局限期整改', '我局'],
    ['负责人说：“我局马上就来。”', '我局'],
    ['由我\u000b局牵头', '我\u000b局'],
    ['由我\n支队牵头', '我\n支队'],
  ])('%s', (text, expected) => expect(names(said(text)).join()).toBe(expected));

  it.each([
    ...[
      '不应自我局限',
      '打破自我中心',
      '敌我局势',
      '我局面好看',
      '我局部地区',
      '我委托他',
      '帮我办证',
      '我办理过',
    ],
    ...[
      '我所在的村',
      '我处理过',
      '我处于困境',
      '我站在门口',
      '我部分同意',
      '我院子里',
      '我市、我县、我省',
      '我们一起',
    ],
    ...['当事人说：“我单位愿意整改。”', '店主表示“我办不了”'],
    ...[
      '我市司法行政格局',
      '我县教育大局',
      '我区城管局面好转',
      '我市某局',
      '我县税务、公安等部门',
      '我区应急局限性',
    ],
  ])('not in %s', (text) => expect(said(text)).toStrictEqual([]));

  it.each([
    '我行政执法大队',
    '我交警支队',
    '我市场监管所',
    '我执法队',
    '我综合行政执法大队',
    '我县公安分局',
    '我区城管中队',
  ])('as the team or station that it is: %s', (text) => {
    expect(said(`${text}依法立案`)).toStrictEqual([`own-name: ${text}`]);
  });

  it.each([
    ...[
      '我局限于经验',
      '我局外人看不懂',
      '我执法队伍',
      '我执法队员',
      '我市场监管所需',
      '我市税务、公安等部门',
    ],
    ...['我市交警部门', '我县消防站点', '我区城管队伍'],
  ])('and no word is: %s', (text) => expect(said(text)).toStrictEqual([]));

  it('我科, 我镇, 我司 are advice', () => {
    expect(said('由我科牵头，我镇、我司配合', 'advice')).toStrictEqual([
      'own-name-this: 我科',
      'own-name-this: 我镇',
      'own-name-this: 我司',
    ]);
    expect(said('我司机到了，我科学安排，我乡下的亲戚，店主说：“我镇上有店”', 'advice')).toStrictEqual([]);
  });

  it('in the title as well; 本局 is advice', () => {
    expect(found('我局的案例\n正文', 'error')).toStrictEqual(['own-name: 我局']);
    expect(said('本局与本单位', 'advice')).toStrictEqual(['own-name-this: 本局', 'own-name-this: 本单位']);
    expect(said('根本局面，基本单位，本市，本局面', 'advice')).toStrictEqual([]);
  });
});

describe('documents', () => {
  it.each([
    ['again without a short form', '《甲条例》规定。按《甲条例》', 'no-short-form: 《甲条例》'],
    [
      'again by its last words',
      '《某省噪声管理办法》规定。《办法》又规定',
      'no-short-form: 《某省噪声管理办法》',
    ],
    [
      'again without 中华人民共和国',
      '《中华人民共和国行政处罚法》规定。《行政处罚法》又规定',
      'no-short-form: 《中华人民共和国行政处罚法》',
    ],
    [
      'again cut short',
      '《中华人民共和国大气污染防治法》规定。《大气法》又规定',
      'no-short-form: 《中华人民共和国大气污染防治法》',
    ],
    [
      'its whole name only later',
      '《行政处罚法》规定。《中华人民共和国行政处罚法》又规定',
      'no-short-form: 《行政处罚法》',
    ],
    [
      'a paper that was given a short form',
      '《行政指导建议书》（以下简称《建议书》）。《行政指导建议书》载明',
      'full-again: 《行政指导建议书》',
    ],
    ['given too late', '《甲条例》规定。《甲条例》（以下简称《条例》）', 'no-short-form: 《甲条例》'],
    ['in full again', '《甲条例》（以下简称《条例》）。《甲条例》规定', 'full-again: 《甲条例》'],
    [
      'in full again, the short form in quotation marks',
      '《甲条例》（以下简称“条例”）。《甲条例》',
      'full-again: 《甲条例》',
    ],
    ['half-width brackets', '《甲条例》(以下简称《条例》)。《甲条例》', 'full-again: 《甲条例》'],
    [
      'its number before',
      '《甲条例》（甲〔2020〕1号）（以下简称《条例》）。《甲条例》',
      'full-again: 《甲条例》',
    ],
    [
      'its number in one bracket',
      '《甲条例》（甲〔2020〕1号，以下简称《条例》）。《甲条例》',
      'full-again: 《甲条例》',
    ],
    [
      'within the brackets of another',
      '《甲条例》（依《乙条例》制定，以下简称《条例》）。《乙条例》',
      'no-short-form: 《乙条例》',
    ],
    [
      'two in one bracket',
      '《甲条例》和《乙办法》（以下简称《条例》、《办法》）。《甲条例》',
      'full-again: 《甲条例》',
    ],
    ['no brackets', '《甲条例》，以下简称《条例》。《甲条例》', 'full-again: 《甲条例》'],
    [
      'nested',
      '《关于印发《甲办法》的通知》（以下简称《通知》）。《关于印发《甲办法》的通知》',
      'full-again: 《关于印发《甲办法》的通知》',
    ],
    [
      'a short form before it is explained',
      '依据《条例》处理，按《条例》。依据《某省大气条例》（以下简称《条例》）。《条例》',
      'short-early: 《条例》',
    ],
    [
      'one short form of two',
      '《甲条例》（以下简称《条例》）。《乙条例》（以下简称《条例》）。《条例》',
      'short-twice: 《乙条例》',
    ],
    [
      'one short form of two, in one bracket',
      '《甲条例》《乙条例》（以下简称《条例》《条例》）。',
      'short-twice: 《乙条例》',
    ],
    ['in 〈〉', '〈甲条例〉规定。按〈甲条例〉', 'no-short-form: 〈甲条例〉'],
    ['in 〈〉 and 《》', '《甲条例》（以下简称〈条例〉）。〈甲条例〉规定', 'full-again: 〈甲条例〉'],
    ['in ＜＞', '＜甲条例＞（以下简称《条例》）。＜甲条例＞规定', 'full-again: ＜甲条例＞'],
    ['in <>', '<甲条例>规定。按<甲条例>', 'no-short-form: <甲条例>'],
    ['in << >>', '<<甲条例>>规定。按<<甲条例>>', 'no-short-form: <甲条例>'],
    ['in << >>, explained', '<<甲条例>>（以下简称<<条例>>）。按<<甲条例>>', 'full-again: <甲条例>'],
    [
      'another short form than the declared one',
      '《中华人民共和国行政处罚法》（以下简称《行政处罚法》）。按《处罚法》',
      'other-short: 《处罚法》',
    ],
    ['a bare kind of it', '《某省调解办法》（以下简称《调解办法》）。《办法》', 'other-short: 《办法》'],
    ['in ≪≫', '≪甲条例≫规定。按≪甲条例≫', 'no-short-form: ≪甲条例≫'],
  ])('%s', (_, text, expected) => expect(said(text)).toStrictEqual([`document-${expected}`]));

  it.each([
    ['in << >>, by its short form', '<<甲条例>>（以下简称<<条例>>）。按<<条例>>，按〈条例〉'],
    ['its own name again with the same short form', '《甲条例》（以下简称《条例》）规定，《条例》（修订）'],
    ['what compares', '噪声＜标准，也＞标准；温度＜室温且湿度＞规定值；a<b，c>d；a<b，c>d'],
    ['by its short form', '《甲条例》（以下简称《条例》）。《条例》规定，依《条例》'],
    ['a short form that stands for another document', '《甲条例》（以下简称《条例》），《乙条例》。《条例》'],
    ['two in one bracket', '《甲条例》《乙办法》（以下简称《条例》《办法》）。《条例》，《办法》，《办法》'],
    ['nested, and by its short form', '《关于印发〈甲办法〉的通知》（以下简称《通知》）。《通知》'],
    ['a short form like the name', '《民法典》（以下简称《民法典》）。《民法典》'],
    ['papers of the case', '送达《责令改正通知书》，《责令改正通知书》载明；《营业执照》，《营业执照》'],
    ['the State’s and the province’s', '《某省优化营商环境条例》与《优化营商环境条例》'],
    ['one made for the other', '《食品安全法实施条例》与《食品安全法》'],
    ['a short form in 《》 within quotation marks', '《甲条例》（以下简称“《条例》”）。《条例》规定'],
    [
      'a bare kind of several',
      '《甲调解办法》（以下简称《调解办法》），《乙处理办法》（以下简称《处理办法》）。《办法》',
    ],
    ['a law beside it', '《中华人民共和国行政处罚法》（以下简称《行政处罚法》）。《治安管理处罚法》规定'],
    ['a law of its own', '《刑事诉讼法》与《刑法》，《水污染防治法》与《水法》'],
    ['another kind of the same matter', '《大气污染防治条例》与《大气法》'],
    ['a bare kind before', '《通知》要求。《关于开展专项检查的通知》'],
    ['what is not closed', '《甲条例规定。《甲条例规定'],
    ['once', '依据《民法典》第一千一百六十五条'],
  ])('no error: %s', (_, text) => expect(said(text)).toStrictEqual([]));

  it('once without a short form is advice; the title is no mention', () => {
    expect(said('《民法典》规定', 'advice')).toStrictEqual(['document-mentioned-once: 《民法典》']);
    expect(found('学习《民法典》\n《民法典》规定', 'error')).toStrictEqual([]);
  });
});

describe('parties', () => {
  it.each([
    ['当事人张伟，男', '张伟'],
    ['经营者王建国经营的小店', '王建国'],
    ['店主：李小红（女）', '李小红'],
    ['家长王磊反映', '王磊'],
    ['工人郑强表示', '郑强'],
    ['法定代表人为陈国强。', '陈国强'],
    ['当事人欧阳娜说', '欧阳娜'],
    ['老板刘洪涛称', '刘洪涛'],
    ['，李建国经营的小餐馆', '李建国'],
    ['当事人李明于2020年', '李明'],
    ['个体户李大力擅自', '李大力'],
    ['（经营者：王小明）', '王小明'],
    ...[
      ['当事人孙悟空在店内加工', '孙悟空'],
      ['经营者周杰伦称', '周杰伦'],
      ['违法行为人赵铁柱，男', '赵铁柱'],
      ['业户邱处机驾驶', '邱处机'],
      ['投诉人：黄药师。', '黄药师'],
      ['被申请人为段誉。', '段誉'],
      ['司机令狐冲承认', '令狐冲'],
      ['村民郭靖、居民穆念慈反映', '郭靖,穆念慈'],
      ['负责人鲁智深接受询问', '鲁智深'],
      ['姓名：孙悟空 性别：男', '孙悟空'],
      ['，孙悟空经营一家小店', '孙悟空'],
      ['。周杰伦表示愿意整改', '周杰伦'],
      ['，赵铁柱、男、45岁', '赵铁柱'],
      ['赵铁柱（男）到场', '赵铁柱'],
      ['，段誉开设的门店', '段誉'],
    ],
    ['对郑州鑫源餐饮有限公司检查', '郑州鑫源餐饮有限公司'],
    ['在郑州市对河南和信商贸有限责任公司处罚', '河南和信商贸有限责任公司'],
    ['约谈鑫源餐饮有限公司', '鑫源餐饮有限公司'],
  ])('%s', (text, expected) => expect(names(said(text)).join()).toBe(expected));

  it.each([
    ...[
      '当事人张某称',
      '当事人张某某',
      '当事人张XX，',
      '当事人张××',
      '店主老张说',
      '张先生表示',
      '业主张女士说',
    ],
    ...[
      '业主张贴公告',
      '业主主张权利',
      '负责人高度重视',
      '村民高兴地说',
      '经营者黄金首饰',
      '负责人高明的做法',
      '商户明码标价',
      '经营者方可从事',
      '当事人周二来局里',
      '业主凌晨到场',
      '相对人易发、多发',
      '当事人于国庆、春节',
    ],
    ...[
      ['当事人孙某空称', '负责人孙先生说', '店主周阿姨说', '司机赵师傅称', '，孙女士经营一家小店'],
      ['业主马上改正', '负责人郑重承诺', '业主许可证到期', '司机康复后', '经营者施工，', '村民齐心，'],
      ['业主高度重视，', '经营者方便，', '居民周边的', '村民马路市场，', '司机黄河路，', '商户石化，'],
      [
        '，马路市场经营',
        '，周边经营户',
        '，黄河路经营的',
        '，石化经营，',
        '。于是说',
        '，万元。',
        '，张贴公告称',
      ],
      [
        '，方便经营',
        '，高校表示',
        '，严肃表示',
        '，陆续表示',
        '，董事长说',
        '，岳母说',
        '，牛肉经营',
        '，许可经营',
      ],
      [
        '，周围群众表示',
        '，江边经营',
        '，林业局称',
        '，郑州市表示',
        '，余下的说',
        '，段时间说',
        '，白天经营',
      ],
    ].flat(),
    ...['对方表示', '对武汉等地', '执法人员李建国表示'],
    ...[
      '某有限公司',
      '郑州某餐饮有限公司',
      'A公司',
      '河南XX商贸有限公司',
      '郑州××建材有限公司',
      '一家建筑装饰有限公司',
    ],
    ...['变更为有限责任公司', '郑州市餐饮有限公司', '当地餐饮管理有限公司', '该有限公司'],
  ])('not in %s', (text) => expect(said(text)).toStrictEqual([]));
});

describe('who is quoted', () => {
  it.each([
    ...['孔子说：“己所不欲，勿施于人。”', '孟子道：“仁者爱人。”', '孙子说，知己知彼', '朱熹说过', '韩非子说'],
    ...['老子说', '孔子告诉我们', '鲁迅先生说', '费孝通先生说，各美其美', '王阳明先生称'],
  ])('not in %s', (text) => expect(said(text)).toStrictEqual([]));

  it.each([
    ['当事人孔子怡说', '孔子怡'],
    ['孔子明说', '孔子明'],
    ['，孟子轩表示', '孟子轩'],
  ])('%s', (text, expected) => expect(names(said(text)).join()).toBe(expected));
});

describe('shops', () => {
  it.each([
    ['“老李面馆”油烟扰民', '老李面馆'],
    ['当事人经营的鑫源烧烤店', '鑫源烧烤店'],
    ['金水区好运来超市内', '好运来超市'],
    ['商户宏达五金经营部', '宏达五金经营部'],
    ['名为"福满楼酒楼"的门店', '福满楼酒楼'],
    ['位于文化路的张记烩面馆', '张记烩面馆'],
  ])('%s', (text, expected) => expect(said(text, 'advice')).toStrictEqual([`party-shop: ${expected}`]));

  it.each([
    ...['某超市', '一家面馆', '“某面馆”', '沿街门店', '人民路流动烧烤店', '辖区便民超市', '金水区部分超市'],
    ...[
      '该区文化馆',
      '“放心餐馆”创建',
      '当事人经营的小店',
      '市图书馆',
      '当事人某烧烤店',
      '各县区超市、餐饮店',
    ],
  ])('not in %s', (text) => expect(said(text, 'advice')).toStrictEqual([]));
});

describe('advice', () => {
  it.each([
    ['13812345678', 'telephone-number'],
    ['豫A12345', 'vehicle-plate'],
    ['豫A·D12345', 'vehicle-plate'],
    ['138 1234 5678', 'telephone-number'],
    ['+86 13812345678', 'telephone-number'],
    ['0371-12345678', 'telephone-number'],
    ['(0371)12345678', 'telephone-number'],
    ['41010519900101123X', 'identity-number'],
    ['410105900101123', 'identity-number'],
    ['4101 0519 9003 0712 34', 'identity-number'],
    ['410105-19900307-1234', 'identity-number'],
    ['４１０１０５１９９００３０７１２３Ｘ', 'identity-number'],
    ['１３８１２３４５６７８', 'telephone-number'],
  ])('%s', (text, code) => expect(said(`号码${text}。`, 'advice')).toStrictEqual([`${code}: ${text}`]));

  it.each([
    ['电话67181234。', '67181234'],
    ['联系方式：6718 1234', '6718 1234'],
    ['座机号码是6718123', '6718123'],
  ])('a telephone number without its area: %s', (text, number) =>
    expect(said(text, 'advice')).toStrictEqual([`telephone-number: ${number}`]),
  );

  it.each([
    '67181234',
    '豫A12XX5',
    '豫A·XXXXX',
    '豫ABCDEF',
    '豫A1234567',
    '12345热线',
    '20231106000012345678',
    '91410100MA12345678',
    '410105199013011234',
    '2020-11-06',
    '1,184',
  ])('none of the number %s', (text) => expect(said(`号码${text}。`, 'advice')).toStrictEqual([]));

  it('a subtitle, a summary, a paper', () => {
    expect(said('——以某某为例\n正文', 'advice')).toStrictEqual(['subtitle: ——以某某为例']);
    expect(said('正文\n——不是副标题', 'advice')).toStrictEqual([]);
    expect(said('现将有关工作总结如下\n三、下一步工作打算', 'advice')).toStrictEqual([
      'like-summary: 现将有关工作总结如下',
      'like-summary: 三、下一步工作打算',
    ]);
    expect(found('2020年度工作总结\n正文', 'advice')).toContain('like-summary: 工作总结');
    expect(said('摘 要：本文\n【关键词】\n参考文献', 'advice')).toStrictEqual([
      'like-paper: 摘 要',
      'like-paper: 参考文献',
    ]);
    expect(found('浅析柔性执法\n正文', 'advice')).toContain('like-paper: 浅析');
  });

  it('成效 without 数据 or 评价', () => {
    const about = (words: string) => said(`（四）取得的成效\n${words}\n三、案例评析\n3家`, 'advice');
    expect(about('问题得到解决。')).toStrictEqual(['results-unsupported: （四）取得的成效']);
    for (const words of ['形成一个机制', '一种模式、一系列举措', '大家一起努力'])
      expect(about(words)).toStrictEqual(['results-unsupported: （四）取得的成效']);
    for (const words of [
      ...['2023年以来明显好转', '3月5日起好转', '按第33条执行', '人民路100号焕然一新', '“1+3”机制成型'],
      ...['三方共赢', '一举两得', '惠及千家万户', '按〔2020〕9号文件执行', '零距离服务'],
    ])
      expect(about(words)).toStrictEqual(['results-unsupported: （四）取得的成效']);
    for (const words of [
      ...[
        '实现零投诉',
        '2023年下降12%',
        '2023年3月以来整改12处',
        '历时3个月',
        '第33条适用5次',
        '100号商铺3户',
      ],
    ])
      expect(about(words)).toStrictEqual([]);
    for (const words of ['下降12%', '三家企业', '群众好评', '缩短到一个工作日', '二十一个', '一起案件'])
      expect(about(words)).toStrictEqual([]);
    expect(said('一是具体举措。做了。二是取得的成效。好了。', 'advice')).toStrictEqual([
      'results-unsupported: 二是取得的成效',
    ]);
  });
});

describe('a work summary', () => {
  const summary = (text: string): string[] =>
    found(text, 'advice').filter((line) => /summary/.test(line) && !line.startsWith('missing-part'));

  it.each([
    ['工作情况汇报\n一年来，某局开展了工作。\n下一步，继续努力。', 'like-summary: 工作情况汇报'],
    ['附件1\n工作情况汇报\n一年来，某局开展了工作。', 'like-summary: 工作情况汇报'],
    ['关于服务型行政执法工作情况的汇报\n正文', 'like-summary: 工作情况的汇报'],
    ['2020年度述职\n正文', 'like-summary: 年度述职'],
    ['个人述职述廉报告（2020年）\n正文', 'like-summary: 个人述职述廉报告'],
    ['服务型行政执法工作小结\n正文', 'like-summary: 工作小结'],
    ['工作开展情况\n正文', 'like-summary: 工作开展情况'],
    ['标题\n某局工作情况汇报\n正文', 'like-summary: 某局工作情况汇报'],
    ['工作情况汇报：一年来，某局开展了工作。\n下一步，继续努力。', 'like-summary: 工作情况汇报'],
    ['标题\n现就有关情况汇报如下：\n正文', 'like-summary: 现就有关情况汇报如下'],
    ['标题\n（三）下一步打算。继续加强培训。', 'like-summary: （三）下一步打算'],
    ['标题\n三、下一步工作\n继续', 'like-summary: 三、下一步工作'],
    ['标题\n四、2021年工作打算\n继续', 'like-summary: 四、2021年工作打算'],
    ['标题\n一年来，某局认真开展各项工作。\n下一步，某局将继续努力。', 'reads-like-summary: 一年来'],
    [
      '标题\n今年以来，全市工作稳步推进。\n累计开展培训12场。\n下一步，继续努力。',
      'reads-like-summary: 今年以来',
    ],
    ['标题\n2020年，全局扎实开展工作。\n2021年工作打算是加强培训。', 'reads-like-summary: 2020年，全局'],
  ])('%j', (text, expected) => expect(summary(text)[0]).toBe(expected));

  it.each([
    '夜市油烟有了约定\n今年以来，该市投诉增多。当事人张某认真整改。下一步，该局将定期回访。',
    '标题\n一年来，店主王某没有再被投诉，取得了良好效果。下一步，某局将扎实做好回访工作。',
    '标题\n（一）基本案情\n2020年，某公司被投诉。执法人员向局里汇报后，召开了推进会，认真开展调查工作。',
    '一份情况汇报背后的故事\n张某主动汇报整改情况。案件办结后，某局总结了经验，先后走访商户12家。',
    '一次特殊的总结会\n当事人李某在会上总结了教训。',
    '标题\n今年以来，夜市增多。下一步怎么办，商户都在问。',
  ])('not a case: %j', (text) => expect(summary(text)).toStrictEqual([]));
});

describe('parts', () => {
  const missing = (text: string) =>
    found(text, 'advice').filter((line) => line.startsWith('missing-part')).length;
  const WHOLE = ['背景', '基本案情', '研判分析', '具体举措', '取得的成效', '案例评析'];
  it.each([
    [
      'numbers',
      [
        '一、工作背景',
        '（一）基本案情',
        '2.研判分析',
        '三是具体举措。内容',
        '第四部分 取得的成效',
        '案例评析与启示',
      ],
    ],
    ['bare', WHOLE],
    ['brackets', WHOLE.map((name) => `【${name}】`)],
    ['colons', WHOLE.map((name) => `${name}：内容`)],
    [
      'in one paragraph',
      [
        '工作背景',
        '一是基本案情。内容。二是研判分析。内容。三是具体举措。内容。四是取得的成效。内容',
        '案例评析',
      ],
    ],
  ])('%s', (_, lines) => expect(missing(['标题', ...lines].join('\n'))).toBe(0));

  it('each that is missing is told at the title; words in a sentence are no heading', () => {
    expect(missing(['标题', ...WHOLE.slice(1)].join('\n'))).toBe(1);
    expect(missing('标题\n工作背景下的具体举措很多。\n案例评析')).toBe(2);
    expect(found(WHOLE.join('\n'), 'advice')).toStrictEqual([
      'missing-part: 背景',
      'results-unsupported: 取得的成效',
    ]);
  });
});

describe('reads like something else, without a heading that says so', () => {
  const SUMMARY =
    '一年来，我们在市委、市政府的正确领导下，深入贯彻上级会议精神，扎实开展服务型行政执法，取得了显著成效。下一步，打算继续加强培训。';
  const PAPER = '服务型行政执法是一种新的治理方式。本文认为，其理论基础在于合作行政，笔者以为可以推广。';
  const like = (text: string) =>
    checkCase(`标题\n${text}`)
      .findings.filter(({ code }) => code.startsWith('reads-like'))
      .map(({ message }) => message);

  it('several signs together, each named', () => {
    expect(like(SUMMARY)).toStrictEqual([
      '文中有“一年来”、“在市委、市政府的正确领导下”、“深入贯彻上级会议精神”、“取得了显著成效”、“下一步”，合起来读像工作总结，请改为讲述一个具体案例',
    ]);
    expect(like(PAPER)).toStrictEqual([
      '文中有“本文认为”、“理论基础”、“笔者”，合起来读像学术论文，请改为讲述一个具体案例',
    ]);
    expect(like('内容提要：略。关键词：执法；服务。正文。参考文献：略。')).toHaveLength(1);
    expect(
      like('今年以来，全局共检查门店300家，圆满完成全年目标。也存在一些不足。今后工作中将改进。'),
    ).toHaveLength(1);
  });

  it.each([
    ['one or two of them', '今年以来，夜市增多。整改取得了明显成效。'],
    ['the same one again', '一年来投诉很多。今年以来更多。半年来又有。去年以来也有。'],
    [
      'a case that is told',
      '今年以来，该市开展整治。当事人张某在街道办事处的帮助下，完成整改，取得了良好效果。下一步，将定期回访。',
    ],
    [
      'a paper of the case, and a citation',
      '本文书送达后，依据《甲办法》（甲政〔2020〕9号）办理。关键词是服务。',
    ],
    ['one sign of a paper', '笔者走访了店主。'],
    ['a paper within a case', '笔者走访了店主张某，认为研究方法得当。'],
  ])('not by %s', (_, text) => expect(like(text)).toStrictEqual([]));
});

describe('blanks between the characters hide nothing', () => {
  it.each([
    ['由我 局负责', 'own-name: 我 局'],
    ['由我\u3000局负责', 'own-name: 我\u3000局'],
    ['由我 们 单 位负责', 'own-name: 我 们 单 位'],
    ['当事人 张伟 男', 'party-name: 张伟'],
    ['当事人张\u3000伟，', 'party-name: 张\u3000伟'],
    ['当事人：张 伟 男，', 'party-name: 张 伟'],
    ['经营者 孙 悟 空称', 'party-name: 孙 悟 空'],
    ['对郑州 鑫源 餐饮有限公司检查', 'party-company: 郑州 鑫源 餐饮有限公司'],
    ['《甲 条例》（以 下 简 称《条例》）。《甲条例》', 'document-full-again: 《甲条例》'],
  ])('%s', (text, expected) => expect(said(text)).toStrictEqual([expected]));

  it.each([
    ['由本 局、本\u3000单位负责', ['own-name-this: 本 局', 'own-name-this: 本\u3000单位']],
    ['号码410105 19900101 123X。', ['identity-number: 410105 19900101 123X']],
    ['号码138\u30001234\u30005678。', ['telephone-number: 138\u30001234\u30005678']],
    ['号码0371 12345678。', ['telephone-number: 0371 12345678']],
    ['下 一 步 工 作 打 算', ['like-summary: 下 一 步 工 作 打 算']],
    ['取 得 的 成 效\n群众好 评', []],
    ['取 得 的 成 效\n好。', ['results-unsupported: 取 得 的 成 效']],
  ])('advice: %s', (text, expected) => expect(said(text, 'advice')).toStrictEqual(expected));

  it('a heading of a part is known, and is no title', () => {
    const lines = [
      '工 作 背 景',
      '基本\u3000案情',
      '研判 分析',
      '具体 举措',
      '取得的 成效',
      '3家',
      '案例 评析',
    ];
    expect(found(lines.join('\n'), 'advice')).toStrictEqual(['missing-part: 工 作 背 景']);
  });

  it.each([
    '负责人熊熊大火',
    '当事人毛利低，',
    '不应自我 局限',
    '根 本 局面',
    '张 某表示',
    '负责人 高度 重视，',
  ])('nor make something of %s', (text) =>
    expect([...said(text), ...said(text, 'advice')]).toStrictEqual([]),
  );
});
