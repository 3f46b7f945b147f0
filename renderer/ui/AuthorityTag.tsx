import { Tag, Tooltip } from 'antd';
import { AUTHORITY_LABELS, type Standard } from '../../shared/standard/schema.ts';

const COLORS = { official: 'green', reference: 'gold', custom: 'blue' } as const;

/** Whose standard it is; the standard's own statement on hover and focus. */
export function AuthorityTag({ standard }: { standard: Pick<Standard, 'authority' | 'statement'> }) {
  return (
    <Tooltip title={standard.statement}>
      <Tag color={COLORS[standard.authority]} tabIndex={standard.statement ? 0 : undefined}>
        {AUTHORITY_LABELS[standard.authority]}
      </Tag>
    </Tooltip>
  );
}
