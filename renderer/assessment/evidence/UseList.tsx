import { Button, Tag } from 'antd';
import type { FormerUse, Use } from './uses.ts';

interface Props {
  readonly uses: readonly Use[];
  readonly former: readonly FormerUse[];
  readonly onUse: (use: Use) => void;
}

/** Where a file is used; each leads there. Of one that is not used, what it was for before it was carried over. */
export function UseList({ uses, former, onUse }: Props) {
  if (uses.length === 0) {
    return (
      <>
        <Tag color="warning">未关联</Tag>
        {former.map(({ code, title, explanation, reason }) => (
          <div key={code} className="ui-muted" title={[explanation, reason].filter(Boolean).join('；')}>
            原用于 {code} {title}
          </div>
        ))}
      </>
    );
  }
  return (
    <span className="assessment-evidence-uses">
      {uses.map((use) => {
        const name = use.kind === 'entry' ? `${use.code} ${use.title}` : `材料：${use.title}`;
        return (
          <Button
            key={`${use.kind} ${use.code}`}
            type="link"
            size="small"
            title={name}
            aria-label={`转到 ${name}`}
            onClick={() => onUse(use)}
          >
            {use.kind === 'entry' ? use.code : use.title}
          </Button>
        );
      })}
    </span>
  );
}
