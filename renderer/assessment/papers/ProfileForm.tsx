import { Card, Form } from 'antd';
import { EMPTY_PROFILE } from '../../../shared/assessment/profile.ts';
import { LONG_TEXT } from '../../../shared/values/long-text.ts';
import { useOpen } from '../../state/derived.ts';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { changeProfile } from './change-profile.ts';
import { CountsTable } from './CountsTable.tsx';
import { FiguresSource } from './FiguresSource.tsx';
import { WholeInput } from './WholeInput.tsx';

type LineField = 'nature' | 'rank' | 'address' | 'head' | 'headPost' | 'fields' | 'mentor';
type LongField = 'honours' | 'deeds' | 'measures' | 'highlights' | 'results' | 'cases' | 'figures';
type PeopleField = 'posts' | 'onDuty' | 'licensed';

const MOST_PEOPLE = 10_000_000;
const WIDE_LINE = 200;
const LINE = 100;

/** 单位概况: what the papers say of the unit besides what stands in 单位与活动. */
export function ProfileForm() {
  return (
    <Card title="单位概况" size="small">
      <p className="ui-muted">
        单位名称、信用代码、类别、命名等在“单位与活动”里填写。这里都是选填，空着的也能生成文书。
      </p>
      <Form component="div" layout="vertical" className="ui-form-grid">
        <Line field="nature" label="单位性质" hint="如：行政机关" />
        <Line field="rank" label="机构级别" hint="如：正科级" />
        <Line field="address" label="单位地址" most={WIDE_LINE} wide />
        <Line field="head" label="主要负责人" />
        <Line field="headPost" label="主要负责人职务" />
        <div className="ui-wide papers-people">
          <People field="posts" label="编制人数" />
          <People field="onDuty" label="在岗执法人员" />
          <People field="licensed" label="持证人数" />
        </div>
        <Line field="fields" label="执法门类" most={WIDE_LINE} wide />
        <Line field="mentor" label="结对标兵" hint="结对的标兵单位" wide />
        <CountsTable />
        <Long field="honours" label="所获荣誉" />
        <Long field="deeds" label="主要事迹" />
      </Form>
    </Card>
  );
}

/** What the 自评报告 tells; a part that is empty is plainly marked in it. */
export function ReportForm() {
  return (
    <Card title="自评报告的内容" size="small">
      <p className="ui-muted">一行一段。空着的部分，报告里用红字标出“请填写”，也可以在文书里写。</p>
      <Form component="div" layout="vertical" className="ui-form-grid">
        <Long field="measures" label="主要举措" />
        <Long field="highlights" label="工作亮点" />
        <Long field="results" label="工作成效" />
        <Long field="cases" label="案例" />
        <Long field="figures" label="数据" />
        <FiguresSource field="profile-figures" />
      </Form>
    </Card>
  );
}

interface LineProps {
  readonly field: LineField;
  readonly label: string;
  readonly hint?: string;
  readonly most?: number;
  readonly wide?: boolean;
}

function Line({ field, label, hint, most = LINE, wide = false }: LineProps) {
  const { unit } = useOpen().assessment;
  const id = `profile-${field}`;
  return (
    <Form.Item className={wide ? 'ui-wide' : undefined} label={label} htmlFor={id}>
      <TextInput
        id={id}
        value={(unit.profile ?? EMPTY_PROFILE)[field]}
        maxLength={most}
        placeholder={hint}
        commit={(text) => changeProfile({ [field]: text })}
      />
    </Form.Item>
  );
}

function Long({ field, label }: { readonly field: LongField; readonly label: string }) {
  const { unit } = useOpen().assessment;
  const id = `profile-${field}`;
  return (
    <Form.Item className="ui-wide" label={label} htmlFor={id}>
      <TextInput
        id={id}
        value={(unit.profile ?? EMPTY_PROFILE)[field] ?? ''}
        maxLength={LONG_TEXT}
        lines={{ min: 2, max: 12 }}
        commit={(text) => changeProfile({ [field]: text })}
      />
    </Form.Item>
  );
}

function People({ field, label }: { readonly field: PeopleField; readonly label: string }) {
  const { unit } = useOpen().assessment;
  const id = `profile-${field}`;
  return (
    <Form.Item label={label} htmlFor={id}>
      <WholeInput
        id={id}
        value={unit.profile?.[field]}
        unit="人"
        most={MOST_PEOPLE}
        commit={(value) => changeProfile({ [field]: value })}
      />
    </Form.Item>
  );
}
