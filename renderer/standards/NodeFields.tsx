import { ChoiceField, PointsField, TextField, choicesOf } from '../ui/fields/dense.tsx';
import { Button } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import { type NodePatch } from '../../shared/tables/draft/draft-edits.ts';
import { blockSideOf } from '../../shared/tables/draft/block-caps.ts';
import { listOf } from '../../shared/tables/cells/cell-texts.ts';
import type { DraftNode, KeptFields } from '../../shared/tables/standard-draft.ts';
import { FieldScope } from '../ui/fields/drafts.tsx';
import { flushTypedText } from '../ui/fields/typed-text.ts';
import { Field } from '../ui/fields/Field.tsx';
import { TagsSelect } from '../ui/fields/TagsSelect.tsx';
import { useImport } from '../state/import-store.ts';
import { BlockCapField } from './BlockCapField.tsx';
import { KIND_LABELS } from './draft-rows.ts';
import { SourceCells } from './SourceCells.tsx';
import { useWizard } from './use-wizard.ts';
import './node-fields.css';

const NOTHING_KEPT: KeptFields = { basis: [], optionalEvidence: [] };

interface Props {
  readonly node: DraftNode;
  readonly onPatch: (fields: NodePatch) => void;
}

interface FieldsProps {
  readonly node: DraftNode;
  /** What it was read from is shown elsewhere. */
  readonly isBesideSource?: boolean;
}

/** Every field of the chosen node. */
export function NodeFields({ node, isBesideSource = false }: FieldsProps) {
  const { edit } = useImport.getState();
  const patch = (fields: NodePatch) => void edit({ kind: 'typeOver', id: node.id, fields });
  const { kind } = node;
  const isLeaf = node.children.length === 0;
  const side = blockSideOf(node);

  return (
    <FieldScope name={node.id}>
      <div className="standards-node-fields">
        <ChoiceField
          label="类型"
          value={kind}
          disabled={!isLeaf}
          options={choicesOf(KIND_LABELS)}
          onChange={(to) => void edit({ kind: 'changeKind', id: node.id, to })}
        />
        <TextField label="编号" value={node.code} onChange={(code) => patch({ code })} />
        {(kind === 'item' || kind === 'section') && (
          <PointsField
            label={kind === 'item' ? '分值' : '标明的分值'}
            name="分值"
            mayBeEmpty
            value={node.fullScore}
            onChange={(fullScore) => patch({ fullScore: fullScore ?? null })}
          />
        )}
        {side && <BlockCapField side={side} />}
        <TextField label="名称" wide value={node.title} onChange={(title) => patch({ title })} />
        {kind === 'section' ? (
          <TextField
            label="评分标准"
            wide
            lines={{ min: 1, max: 9 }}
            value={node.criterion}
            onChange={(criterion) => patch({ criterion })}
          />
        ) : (
          <CriterionField node={node} onPatch={patch} />
        )}
        {kind !== 'section' && kind !== 'veto' && (
          <TextField
            label="佐证材料（一行一种）"
            wide
            name="佐证材料"
            lines={{ min: 1, max: 5 }}
            value={node.evidence.join('\n')}
            onChange={(text) => patch({ evidence: listOf(text) })}
          />
        )}
        {kind === 'item' && <ItemFields node={node} onPatch={patch} />}
        <TextField
          label="备注"
          wide
          lines={{ min: 1, max: 4 }}
          value={node.note}
          onChange={(note) => patch({ note })}
        />
        {!isBesideSource && <SourceCells node={node} />}
      </div>
    </FieldScope>
  );
}

/** 评分标准, which may hold two items. */
function CriterionField({ node, onPatch }: Props) {
  const area = useRef<TextAreaRef>(null);
  const splitAtCursor = () => {
    // The cursor first: committing what is typed may move it.
    const at = area.current?.resizableTextArea?.textArea.selectionStart ?? 0;
    flushTypedText();
    void useImport.getState().edit({ kind: 'split', id: node.id, at });
  };
  return (
    <TextField
      label="评分标准"
      wide
      areaRef={area}
      lines={{ min: 3, max: 9 }}
      value={node.criterion}
      onChange={(criterion) => onPatch({ criterion })}
    >
      <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={splitAtCursor}>
        从光标处拆成两项
      </Button>
    </TextField>
  );
}

/** What only a 评分项 has: how it is judged, by whom, until when, and for which units. */
function ItemFields({ node, onPatch }: Props) {
  const { identity, appliesTo } = useWizard().state;
  const { kept = NOTHING_KEPT } = node;
  const categories = [
    ...identity.unitCategories.map(({ code, title }) => ({ value: code, label: title })),
    ...[...new Set(Object.values(appliesTo).flat())].map((value) => ({ value, label: value })),
  ];
  return (
    <>
      <TextField
        label="评价方式"
        value={node.methods.join('、')}
        onChange={(text) => onPatch({ methods: text.split(/[、，,；;\s]+/).filter(Boolean) })}
      />
      <TextField
        label="责任部门"
        value={node.department}
        onChange={(department) => onPatch({ department })}
      />
      <TextField label="完成时限" value={node.deadline} onChange={(deadline) => onPatch({ deadline })} />
      <Field label="适用单位">
        <TagsSelect
          aria-label="适用单位"
          placeholder="全部"
          value={[...node.appliesTo]}
          options={categories}
          onChange={(value) => onPatch({ appliesTo: value })}
        />
      </Field>
      <TextField
        label="可申报不适用的情形"
        wide
        value={kept.notApplicableWhen ?? ''}
        onChange={(text) => onPatch({ kept: { ...kept, notApplicableWhen: text || undefined } })}
      />
    </>
  );
}
