import { ChoiceField, TextField, choicesOf } from '../../ui/fields/dense.tsx';
import { Alert, Button, Checkbox, Select, Space } from 'antd';
import { useMemo, useRef } from 'react';
import { safeCode } from '../../../shared/tables/draft/safe-code.ts';
import { identityProblems, ownVetoes } from '../../../shared/tables/import/import-state.ts';
import type { DraftNode } from '../../../shared/tables/standard-draft.ts';
import { useImport } from '../../state/import-store.ts';
import type { IdentityDraft } from '../../../shared/tables/import/schema.ts';
import { AUTHORITY_LABELS } from '../../../shared/standard/schema.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { capOf, capWords } from '../../../shared/tables/draft/block-caps.ts';
import { comparedParts } from '../../../shared/tables/import/compare.ts';
import { IDENTITY_LABELS } from '../identity-labels.ts';
import { ScoreFields } from '../ScoreFields.tsx';
import { useDraft, useIdentity } from '../use-wizard.ts';
import { StarBands } from './StarBands.tsx';
import { Weights } from './Weights.tsx';
import './steps.css';
import '../node-fields.css';

const NOT_APPLICABLE: Record<IdentityDraft['notApplicable']['rule'], string> = {
  forbidden: '不许申报不适用',
  fullScore: '不适用的项计满分',
  renormalise: '不适用的项不计，其余折算',
};

/** 标识: what the table does not say of itself. */
export function IdentityStep() {
  const { identity, change } = useIdentity();
  const draft = useDraft();
  const problems = identityProblems(identity, draft);
  return (
    <div className="standards-wizard-page ui-stack">
      {problems.length > 0 && <Alert type="info" showIcon title={`还需要：${problems.join('；')}`} />}
      <div className="standards-node-fields steps-identity-fields">
        <IdentityText field="title" />
        <IdentityText field="edition" placeholder="如：2026 年版" />
        <IdentityText field="issuer" />
        <IdentityText field="documentNumber" />
        <ChoiceField
          label="性质"
          value={identity.authority}
          options={choicesOf(AUTHORITY_LABELS)}
          onChange={(authority) => change({ authority })}
        />
        {identity.authority === 'official' && <ProofFields />}
        <IdentityText field="statement" placeholder="如：本单位按……整理，供自评使用" />
        <ScoreFields />
        <NotApplicableFields />
        <UnitCategories />
        <Weights />
        <StarBands />
        <IdentityText field="id" />
      </div>
    </div>
  );
}

interface IdentityTextProps {
  readonly field: 'title' | 'edition' | 'issuer' | 'documentNumber' | 'statement' | 'checkedBy' | 'id';
  readonly placeholder?: string;
}

function IdentityText({ field, placeholder }: IdentityTextProps) {
  const { identity, change } = useIdentity();
  return (
    <TextField
      label={IDENTITY_LABELS[field]}
      wide={field === 'title' || field === 'statement'}
      placeholder={placeholder}
      value={identity[field]}
      onChange={(value) => change({ [field]: value })}
    />
  );
}

/** What is called official has been compared with the original part by part, and by whom. */
function ProofFields() {
  const { identity, change } = useIdentity();
  const draft = useDraft();
  const parts = comparedParts(draft, identity);
  const own = useMemo(() => ownVetoes(draft), [draft]);
  return (
    <>
      <IdentityText field="checkedBy" placeholder="科室或职务、姓名" />
      <Field label={IDENTITY_LABELS.ticked} wide>
        <p className="ui-muted">
          逐部分对照原件，指标、评分标准、分值都一致的才勾选。改动某一部分后，须重新核对这一部分。
          保存后不再显示“自拟”说明。
        </p>
        {own.map((node) => (
          <OwnVeto key={node.id} node={node} />
        ))}
        <Checkbox.Group
          className="steps-proof"
          aria-label={IDENTITY_LABELS.ticked}
          value={parts.map(({ tick }) => tick).filter((tick) => identity.ticked.includes(tick))}
          options={parts.map(({ tick, title, cap }) => ({
            value: tick,
            // Whoever ticks the block ticks its cap.
            label: cap ? `${title}（${capWords(cap, capOf(draft, cap))}）` : title,
          }))}
          onChange={(ticked) => change({ ticked })}
        />
      </Field>
    </>
  );
}

/** A veto that was made up for another standard decides an official result alone: somebody says that the original has it. */
function OwnVeto({ node }: { readonly node: DraftNode }) {
  const { edit } = useImport.getState();
  const { id, title, kept } = node;
  return (
    <Alert
      type="warning"
      showIcon
      className="steps-own-veto"
      title={`“${title}”是自拟的否决事项，原件里有吗？`}
      description="有的，确认后自拟的文字会清空，请在“结构”一步录入原件的文字。"
      action={
        <Space>
          <Button
            size="small"
            onClick={() =>
              kept &&
              void edit({
                kind: 'setFields',
                id,
                fields: { criterion: '', kept: { ...kept, isOwnVeto: false } },
              })
            }
          >
            原件有
          </Button>
          <Button size="small" onClick={() => void edit({ kind: 'remove', id })}>
            没有，删除
          </Button>
        </Space>
      }
    />
  );
}

/** Whether items may be declared not applicable, what that gives, and which. */
function NotApplicableFields() {
  const { identity, change } = useIdentity();
  return (
    <>
      <ChoiceField
        label="不适用的项"
        value={identity.notApplicable.rule}
        options={choicesOf(NOT_APPLICABLE)}
        onChange={(rule) => change({ notApplicable: { ...identity.notApplicable, rule } })}
      />
      {identity.notApplicable.rule !== 'forbidden' && (
        <ChoiceField
          label="哪些项可以申报"
          value={identity.notApplicable.scope}
          options={[
            { value: 'marked', label: '写明了不适用情形的项' },
            { value: 'all', label: '任何一项（须写理由）' },
          ]}
          onChange={(scope) => change({ notApplicable: { ...identity.notApplicable, scope } })}
        />
      )}
    </>
  );
}

function UnitCategories() {
  const { identity, change } = useIdentity();
  // Typed in again, one that was taken out is the same one as before.
  const seen = useRef(new Map<string, string>());
  const named = (titles: readonly string[]) => {
    for (const { code, title } of identity.unitCategories) seen.current.set(title, code);
    return titles.map((title) => ({ code: seen.current.get(title) ?? safeCode(title), title }));
  };
  return (
    <Field label="单位类别" wide>
      <Select
        size="small"
        mode="tags"
        // A list would take out, at Tab, whatever stands first in it.
        open={false}
        suffixIcon={null}
        aria-label="单位类别"
        placeholder="表格里写了适用单位的，保存时自动加入"
        value={identity.unitCategories.map(({ title }) => title)}
        onChange={(titles: string[]) =>
          change({ unitCategories: named(titles.filter((title) => title.trim() !== '')) })
        }
      />
    </Field>
  );
}
