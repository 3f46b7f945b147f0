import { Button, Tag } from 'antd';
import type { Use } from './uses.ts';

interface Props {
  readonly uses: readonly Use[];
  readonly onUse: (use: Use) => void;
}

/** Where a file is used; each leads there. */
export function UseList({ uses, onUse }: Props) {
  if (uses.length === 0) return <Tag color="warning">未关联</Tag>;
  return (
    <span className="evidence-uses">
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
