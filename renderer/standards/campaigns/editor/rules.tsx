import { Choice, Lines, SourceFields, Text } from './fields.tsx';
import { Rows, Section, Term } from './parts.tsx';
import { PasteBodies } from './PasteBodies.tsx';
import { useDraft } from './use-draft.ts';
import { DISTINCT, MATERIAL_KINDS, OWNERS, SUMMARY_OF, TIE_BY } from './words.ts';

export function QuotaSection() {
  const { quota } = useDraft();
  return (
    <Section id="quota" title="名额">
      <Term term="quota" label="通知写了名额">
        {(part) => (
          <>
            <Choice
              {...{ id: part.id('owner'), label: '是谁的名额', value: part.value.owner, options: OWNERS }}
              onChange={(owner) => void part.set({ owner })}
            />
            <Text of={part} name="perBody" label="名额（个）" placeholder="如：2" />
            <Choice
              {...{
                id: part.id('distinct'),
                label: '几个之间',
                value: part.value.distinct,
                options: DISTINCT,
                span: 'two',
              }}
              onChange={(distinct) => void part.set({ distinct })}
            />
            <SourceFields of={part} />
            <Text of={part} name="total" label="全省总数（个）" placeholder="没写的不填" />
            <Text of={part} name="totalWords" label="全省总数的原话" placeholder="如：原则上不超过50个" />
            <Text
              of={part}
              name="totalClause"
              label="全省总数的条款"
              placeholder={part.value.totalPrevious === '' ? '' : `去年：${part.value.totalPrevious}`}
            />
            <Text of={part} name="totalDocument" label="全省总数的文号" placeholder="不填为本通知" />
          </>
        )}
      </Term>
      {quota.on && quota.owner === 'bodies' && (
        <Rows list="bodies" what="推荐单位" more={<PasteBodies />}>
          {(row) => (
            <>
              <Text of={row} name="name" label="推荐单位" span="two" placeholder="通知列出的地方、部门" />
              <Text of={row} name="count" label="名额（个）" placeholder="与上面相同的不填" />
            </>
          )}
        </Rows>
      )}
    </Section>
  );
}

export function MaterialsSection() {
  const { kind } = useDraft();
  return (
    <Section id="materials" title="材料">
      <Rows list="materials" what="材料">
        {(row) => (
          <>
            <Text of={row} name="title" label="名称" span="two" placeholder="如：综合汇报材料" />
            <Choice
              {...{ id: row.id('kind'), label: '种类', value: row.value.kind, options: MATERIAL_KINDS }}
              onChange={(kind) => void row.set({ kind })}
            />
            <Choice
              {...{ id: row.id('required'), label: '是否必备', options: REQUIRED }}
              value={row.value.required ? 'yes' : 'no'}
              onChange={(chosen) => void row.set({ required: chosen === 'yes' })}
            />
            {kind === 'commendation' && (
              <Choice
                {...{ id: row.id('summaryOf'), label: '谁的总结', options: SUMMARY_OF }}
                value={row.value.summaryOf}
                onChange={(summaryOf) => void row.set({ summaryOf })}
              />
            )}
            <Lines of={row} name="checklist" label="须写到的内容（每行一项）" />
            <Lines of={row} name="themes" label="可选主题（每行一项）" />
            <Text of={row} name="words" label="字数不超过" placeholder="没写的不填" />
            <Text of={row} name="minutes" label="时长不超过（分钟）" placeholder="没写的不填" />
            <Text of={row} name="megabytes" label="单个文件不超过（MB）" placeholder="没写的不填" />
            <Text of={row} name="files" label="最多（份）" placeholder="没写的不填" />
            <Text
              of={row}
              name="formats"
              label="文件类型"
              span="two"
              placeholder="如：doc、pdf；没写的不填"
            />
            <SourceFields of={row} />
          </>
        )}
      </Rows>
    </Section>
  );
}

const REQUIRED = [
  { value: 'yes', label: '必备' },
  { value: 'no', label: '选备' },
] as const;

export function WeightsSection() {
  return (
    <Section
      id="weights"
      title="权重和同分"
      about="通知没有写的不要填：没有权重按核验分，没有同分规则就并列。"
    >
      <Term term="comprehensive" label="通知写了综合评价的权重">
        {(part) => (
          <>
            <Text of={part} name="verified" label="核验分（%）" />
            <Text of={part} name="survey" label="满意度调查（%）" />
            <Text of={part} name="fieldVisit" label="实地核验（%）" placeholder="没写的不填" />
            <SourceFields of={part} />
          </>
        )}
      </Term>
      <Rows list="tieRules" what="同分规则">
        {(row) => (
          <>
            <Choice
              {...{ id: row.id('by'), label: '比什么', value: row.value.by, options: TIE_BY }}
              onChange={(by) => void row.set({ by })}
            />
            {row.value.by === 'section' && (
              <Text of={row} name="section" label="一级指标编号" placeholder="如：2" />
            )}
            <SourceFields of={row} />
          </>
        )}
      </Rows>
    </Section>
  );
}
