import { COUNTING_LABELS, VETO_EFFECT_LABELS } from '../../../shared/standard/schema.ts';
import { ChoiceField, choicesOf, PointsField } from '../../ui/fields/dense.tsx';
import type { DraftNode } from '../../../shared/tables/standard-draft.ts';
import { useImport } from '../../state/import-store.ts';
import { LinesEditor } from '../../items/rules/parts/LinesEditor.tsx';
import './entry-editor.css';

/** Bonus, penalty and veto entries: what counts, how often, and how far. */
export function EntryEditor({ node }: { node: DraftNode }) {
  const { edit } = useImport.getState();
  const { adjustment, vetoEffect = 'notEligible' } = node;
  if (node.kind === 'veto') {
    return (
      <div className="standards-rules-entry">
        <ChoiceField
          label="存在这种情形时"
          value={vetoEffect}
          options={choicesOf(VETO_EFFECT_LABELS)}
          onChange={(effect) =>
            void edit({ kind: 'setFields', id: node.id, fields: { vetoEffect: effect, accepted: true } })
          }
        />
      </div>
    );
  }
  if (!adjustment) return null;
  const set = (patch: Partial<typeof adjustment>) =>
    void edit({
      kind: 'setFields',
      id: node.id,
      fields: { adjustment: { ...adjustment, ...patch }, accepted: true },
    });
  return (
    <>
      <LinesEditor
        noun="情形"
        least={1}
        lines={adjustment.options}
        fresh={(code) => ({ code, label: '新的情形', points: 100 })}
        onChange={(options) => set({ options })}
      />
      <div className="standards-rules-entry">
        <ChoiceField
          label="几种情形都有时"
          value={adjustment.counting}
          options={choicesOf(COUNTING_LABELS)}
          onChange={(counting) => set({ counting })}
        />
        <PointsField
          label={node.kind === 'bonus' ? '最多加' : '最多扣'}
          name="最多"
          mayBeEmpty
          placeholder="不限"
          value={adjustment.cap}
          onChange={(cap) => set({ cap })}
        />
      </div>
    </>
  );
}
