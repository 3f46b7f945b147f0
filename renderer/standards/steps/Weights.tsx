import { allNodes } from '../../../shared/tables/draft/nodes.ts';
import { useImport } from '../../state/import-store.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { PointsInput } from '../../ui/fields/PointsInput.tsx';
import { useDraft } from '../use-wizard.ts';
import './steps.css';

/** Weights stand on all top-level sections or on none. */
export function Weights() {
  const { nodes } = useDraft();
  const { edit } = useImport.getState();
  const sections = nodes.filter((node) => allNodes(node.children).some(({ kind }) => kind === 'item'));
  if (sections.length < 2) return null;
  return (
    <Field label="一级指标的权重（没有权重的不填；要填就都填，合计 100%）" wide>
      <div className="steps-weights">
        {sections.map(({ id, title, weight }) => (
          <span key={id} className="steps-weight">
            {title}
            <PointsInput
              label={`“${title}”的权重`}
              field={`weight ${id}`}
              suffix="%"
              mayBeEmpty
              value={weight}
              onChange={(value) => void edit({ kind: 'setFields', id, fields: { weight: value ?? null } })}
            />
          </span>
        ))}
      </div>
    </Field>
  );
}
