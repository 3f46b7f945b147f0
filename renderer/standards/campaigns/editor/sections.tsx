import { ACCEPTANCE_HINT } from '../../../../shared/campaign/draft/new-draft.ts';
import { isAssessed } from '../../../../shared/campaign/words.ts';
import type { RowOf } from '../../../../shared/campaign/draft/schema.ts';
import { CHANNEL_LABELS, NAMING_LEVEL_LABELS } from '../../../../shared/campaign/schema.ts';
import { choicesOf } from '../../../ui/fields/dense.tsx';
import { Checks, Choice, Day, Lines, SourceFields, StatedFields, Text } from './fields.tsx';
import { Rows, Section, Term } from './parts.tsx';
import { type Part, useDraft, useHead } from './use-draft.ts';
import { DEADLINE_BY, INCLUDES_DAY, KINDS, lineOfKind } from './words.ts';
import '../fields.css';

export function HeadSection() {
  const head = useHead();
  const { kind } = head.value;
  return (
    <Section id="head" title="通知" about="除名称外都可以不填。通知里没有写的，不要填。">
      <div className="campaigns-grid">
        <Text of={head} name="title" label="名称" span="two" placeholder="如：2027年省级标兵推荐" />
        <Text of={head} name="shortTitle" label="简称" placeholder="用在文件名里，不填用名称" />
        <Choice
          {...{ id: 'kind', label: '类型', value: kind, options: KINDS }}
          onChange={(chosen) => void head.set({ kind: chosen })}
        />
        <Text
          of={head}
          name="documentNumber"
          label="文号"
          span="two"
          placeholder="各条没有另写出处的，都用这个文号"
        />
        <Text of={head} name="issuer" label="发文单位" />
        <Text of={head} name="whose" label="谁的要求" placeholder="各条没有另写的，都用这里的" />
      </div>
    </Section>
  );
}

export function SubmissionsSection() {
  return (
    <Section id="submissions" title="报送">
      <Rows list="submissions" what="报送">
        {(row) => (
          <>
            <Text of={row} name="from" label="谁报" placeholder="如：示范点" />
            <Text of={row} name="receiver" label="报给谁" />
            <Checks
              {...{ id: row.id('channels'), label: '方式', span: 'two', options: choicesOf(CHANNEL_LABELS) }}
              value={row.value.channels}
              onChange={(channels) => void row.set({ channels })}
            />
            <Text of={row} name="format" label="格式" placeholder="如：加盖公章" />
            <Text of={row} name="copies" label="份数" placeholder="没写的不填" />
            <SourceFields of={row} />
          </>
        )}
      </Rows>
    </Section>
  );
}

export function ConditionsSection() {
  const { kind } = useDraft();
  return (
    <Section id="conditions" title="条件" about="通知写了哪一条就勾哪一条。">
      {isAssessed({ kind }) && <AssessedTerms />}
      <Rows list="conditions" what="其他条件">
        {(row) => (
          <>
            <Text of={row} name="title" label="条件" span="three" placeholder="如：近两年没有违法行政行为" />
            <JudgedBy of={row} asked="单位回答“是”才符合" />
            <StatedFields of={row} />
          </>
        )}
      </Rows>
      <Rows list="vetoes" what="否决事项">
        {(row) => (
          <>
            <Text of={row} name="title" label="事项" span="three" placeholder="如：有弄虚作假行为" />
            <JudgedBy of={row} asked="单位回答“是”就不能参加" />
            <StatedFields of={row} />
          </>
        )}
      </Rows>
    </Section>
  );
}

/** What a unit is asked for where it is assessed. */
function AssessedTerms() {
  const { kind } = useDraft();
  return (
    <>
      <Term term="passScore" label={lineOfKind(kind)}>
        {(part) => (
          <>
            <Text of={part} name="points" label="分数" placeholder="如：90" />
            <StatedFields of={part} />
          </>
        )}
      </Term>
      <Term term="naming" label="命名条件">
        {(part) => (
          <>
            <Checks
              {...{
                id: part.id('levels'),
                label: '级别',
                span: 'all',
                options: choicesOf(NAMING_LEVEL_LABELS),
              }}
              value={part.value.levels}
              onChange={(levels) => void part.set({ levels })}
            />
            <StatedFields of={part} />
          </>
        )}
      </Term>
      <Term term="willingness" label="参评意愿">
        {(part) => <StatedFields of={part} />}
      </Term>
      {kind === 'acceptance' && (
        <Term term="cultivation" label="已列为培育对象">
          {(part) => <StatedFields of={part} />}
        </Term>
      )}
    </>
  );
}

type Statement = RowOf<'conditions'>;

/** 公示, 综合评价 and the like are not the unit's to answer. */
function JudgedBy({
  of: { id, value, set },
  asked,
}: {
  readonly of: Part<Statement>;
  readonly asked: string;
}) {
  const options = [
    { value: 'unit', label: asked },
    { value: 'office', label: '由主办机关认定' },
  ] as const;
  return (
    <Choice
      {...{ id: id('by'), label: '谁来认定', value: value.by, options }}
      onChange={(by) => void set({ by })}
    />
  );
}

const ABOUT_DAYS = '日期用来提醒和判断逾期。通知没有写日期的步骤，日期不填。';

export function DeadlinesSection() {
  const { kind } = useDraft();
  return (
    <Section
      id="deadlines"
      title="期限"
      about={kind === 'acceptance' ? `${ABOUT_DAYS}${ACCEPTANCE_HINT}` : ABOUT_DAYS}
    >
      <Rows list="deadlines" what="期限">
        {(row) => (
          <>
            <Choice
              {...{ id: row.id('by'), label: '谁的期限', value: row.value.by, options: DEADLINE_BY }}
              onChange={(by) => void row.set({ by })}
            />
            <Day of={row} name="date" label="日期" />
            <Choice
              {...{ id: row.id('includesDay'), label: '当天', options: INCLUDES_DAY }}
              value={row.value.includesDay}
              onChange={(includesDay) => void row.set({ includesDay })}
            />
            <Text of={row} name="label" label="做什么" placeholder="如：报送市法治办" />
            <Text of={row} name="words" label="通知原话" span="two" placeholder="如：11月25日前" />
            <Text of={row} name="late" label="逾期怎么办（原话）" span="two" placeholder="如：视为自动放弃" />
            <SourceFields of={row} />
          </>
        )}
      </Rows>
    </Section>
  );
}

export function ListsSection() {
  const head = useHead();
  return (
    <Section id="lists" title="行业、地域和说明" about="行业、地域供单位选择，没有列出的单位可以自己写。">
      <div className="campaigns-grid">
        <Lines of={head} name="industries" label="行业（每行一个）" />
        <Lines of={head} name="regions" label="地域（每行一个）" />
        <Lines of={head} name="notes" label="说明（每行一条）" span="all" />
      </div>
    </Section>
  );
}
