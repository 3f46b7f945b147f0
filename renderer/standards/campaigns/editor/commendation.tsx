import { SourceFields, StatedFields, Text } from './fields.tsx';
import { Rows, Section, Term } from './parts.tsx';

/** What a 表扬推荐 asks of units and persons, and how many of them a body may name. */
export function CommendationSection() {
  return (
    <Section id="commendation" title="推荐对象和名额" about="名额没有写的不填，程序会说明没有核对。">
      <Term term="rank" label="限制了级别">
        {(part) => (
          <>
            <Text of={part} name="highest" label="最高级别" placeholder="如：正处级" />
            <StatedFields of={part} />
          </>
        )}
      </Term>
      <Term term="division" label="限制了处级个人的比例">
        {(part) => (
          <>
            <Text of={part} name="percent" label="不超过（%）" placeholder="如：20" />
            <StatedFields of={part} />
          </>
        )}
      </Term>
      <Term term="years" label="没有执法证的，要求履行职责的年数">
        {(part) => (
          <>
            <Text of={part} name="least" label="年数" placeholder="如：3" />
            <StatedFields of={part} />
          </>
        )}
      </Term>
      <Term term="clean" label="要求无违法行政行为">
        {(part) => (
          <>
            <Text of={part} name="since" label="从哪一年起" placeholder="如：2015" />
            <StatedFields of={part} />
          </>
        )}
      </Term>
      <Term term="table" label="附了推荐对象汇总表">
        {(part) => (
          <>
            <Text of={part} name="title" label="汇总表名称" span="two" />
            <SourceFields of={part} />
          </>
        )}
      </Term>
      <Rows list="bodyKinds" what="推荐单位类别">
        {(row) => (
          <>
            <Text of={row} name="name" label="类别" span="two" placeholder="如：省辖市" />
            <Text of={row} name="units" label="单位名额（个）" placeholder="没写的不填" />
            <Text of={row} name="persons" label="个人名额（名）" placeholder="没写的不填" />
            <SourceFields of={row} />
          </>
        )}
      </Rows>
    </Section>
  );
}
