import { Tag, Tooltip } from 'antd';
import { AUTHORITY_LABELS, type Standard } from '../../shared/standard/schema.ts';

const COLORS = { official: 'green', reference: 'gold', custom: 'blue' } as const;

interface Props {
  readonly standard: Pick<Standard, 'authority' | 'statement'>;
  /** True for an official text that nobody has compared with its original yet. */
  readonly unchecked?: boolean;
}

/** Whose standard it is; the standard's own statement on hover and focus. */
export function AuthorityTag({ standard: { authority, statement }, unchecked = false }: Props) {
  return (
    <Tooltip title={statement}>
      <Tag color={unchecked ? 'gold' : COLORS[authority]} tabIndex={statement ? 0 : undefined}>
        {AUTHORITY_LABELS[authority]}
        {unchecked && '（未与原件逐部分核对）'}
      </Tag>
    </Tooltip>
  );
}
