import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import {
  PACKAGE_STATUS_LABELS,
  type PackageProblem,
  type Verification,
} from '../../shared/package/verification.ts';

/** 完好, 存疑, 损坏, …: never by colour alone. */
export function PackageStatusTag({ status }: Pick<Verification, 'status'>) {
  const [color, icon] =
    status === 'intact'
      ? ['green', <CheckCircleOutlined aria-hidden />]
      : status === 'suspect'
        ? ['orange', <ExclamationCircleOutlined aria-hidden />]
        : ['red', <CloseCircleOutlined aria-hidden />];
  return (
    <Tag color={color} icon={icon}>
      {PACKAGE_STATUS_LABELS[status]}
    </Tag>
  );
}

/** Each problem and remark, with its place inside the package. */
export function PackageProblems({ problems }: { problems: readonly PackageProblem[] }) {
  return (
    <ul>
      {problems.map(({ code, path, message, severity }) => (
        <li key={`${code} ${path}`}>
          {severity === 'remark' ? '说明：' : '问题：'}
          {message}
          {path && <span className="ui-muted">（{path}）</span>}
        </li>
      ))}
    </ul>
  );
}
