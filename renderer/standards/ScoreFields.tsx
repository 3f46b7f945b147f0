import { PointsField } from '../ui/fields/dense.tsx';
import { IDENTITY_LABELS, passScoreLabel } from './identity-labels.ts';
import { useIdentity } from './use-wizard.ts';

/** The full score and the line of the whole standard. */
export function ScoreFields() {
  const { identity, change } = useIdentity();
  return (
    <>
      <PointsField
        label={IDENTITY_LABELS.fullScore}
        mayBeEmpty
        value={identity.fullScore}
        onChange={(fullScore) => change({ fullScore: fullScore ?? null })}
      />
      <PointsField
        label={passScoreLabel(identity)}
        mayBeEmpty
        value={identity.passScore}
        onChange={(passScore) => change({ passScore: passScore ?? null })}
      />
    </>
  );
}
