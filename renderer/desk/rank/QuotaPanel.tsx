import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import type { ChoiceProblem } from '../../../shared/review/choice-problem.ts';
import { DESK_LEVEL_LABELS, type DeskLevel, deskLevelSchema } from '../../../shared/review/schema.ts';
import { showSource } from '../../ui/show.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { BodiesDialog } from '../bodies/BodiesDialog.tsx';
import { BodyField } from '../BodyField.tsx';
import { OfficeField } from '../OfficeField.tsx';
import { quotaSentence } from './words.ts';

const LEVELS = deskLevelSchema.options.map((value) => ({ value, label: DESK_LEVEL_LABELS[value] }));

interface Props {
  readonly reminders: readonly ChoiceProblem[];
}

/** Whose desk it is, what the notice grants it, and what the notice only asks to bear in mind. */
export function QuotaPanel({ reminders }: Props) {
  const { desk } = useOpenDesk();
  const { edit } = useDesk.getState();
  const [bodies, setBodies] = useState(false);
  return (
    <>
      <label className="ui-muted" htmlFor="desk-level">
        本核验台属于
      </label>
      <Select<DeskLevel>
        id="desk-level"
        value={desk.level}
        onChange={(level) => void edit({ kind: 'setLevel', level })}
        options={LEVELS}
      />
      {desk.level === 'body' ? (
        <BodyField />
      ) : (
        <div>
          <Button onClick={() => setBodies(true)}>推荐单位名单…</Button>
        </div>
      )}
      <OfficeField />
      <p className="desk-sentence">{quotaSentence(desk)}。</p>
      {reminders.map(({ message, source }) => (
        <Alert
          key={message}
          type="info"
          showIcon
          title={`提醒：${message}${source ? `（${showSource(source)}）` : ''}`}
        />
      ))}
      {bodies && <BodiesDialog onClose={() => setBodies(false)} />}
    </>
  );
}
