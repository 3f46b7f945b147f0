import { Alert, Button } from 'antd';

interface Props {
  /** What is there already, as the list calls it. */
  readonly title: string;
  /** 年度工作, 年度任务汇总. */
  readonly what: string;
  readonly onOpen: () => void;
}

/** In a dialog for something new: one of the same name and year is there; which is wanted, the user says. */
export function SameAlready({ title, what, onOpen }: Props) {
  return (
    <Alert
      type="warning"
      showIcon
      title={`已经有“${title}”这份${what}。再建一份，两份各记各的，不会合在一起。`}
      action={
        <Button size="small" onClick={onOpen}>
          打开已有的
        </Button>
      }
    />
  );
}
