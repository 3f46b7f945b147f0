import { ChoiceField, PointsField, TextField, choicesOf } from '../../ui/fields/dense.tsx';
import { Alert, Button, Checkbox, Select } from 'antd';
import { allNodes } from '../../../shared/tables/draft/check-draft.ts';
import { safeCode } from '../../../shared/tables/draft/safe-code.ts';
import { identityProblems } from '../../../shared/tables/import/import-state.ts';
import type { IdentityDraft } from '../../../shared/tables/import/schema.ts';
import { AUTHORITY_LABELS } from '../../../shared/standard/schema.ts';
import { useImport } from '../../state/import-store.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { PointsInput } from '../../ui/fields/PointsInput.tsx';
import { useDraft, useIdentity } from '../use-wizard.ts';
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
  const problems = identityProblems(identity);
  const text = (
    label: string,
    field: 'title' | 'edition' | 'issuer' | 'documentNumber' | 'statement' | 'checkedBy' | 'id',
    hint?: string,
  ) => (
    <TextField
      label={label}
      wide={field === 'title' || field === 'statement'}
      placeholder={hint}
      value={identity[field]}
      onChange={(value) => change({ [field]: value })}
    />
  );
  const isOfficial = identity.authority === 'official';
  return (
    <div className="standards-wizard-page ui-stack">
      {problems.length > 0 && <Alert type="info" showIcon title={`还需要：${problems.join('；')}`} />}
      <div className="standards-node-fields steps-identity-fields">
        {text('标准名称', 'title')}
        {text('版次', 'edition', '如：2026 年版')}
        {text('制定机关', 'issuer')}
        {text('文号', 'documentNumber')}
        <ChoiceField
          label="性质"
          value={identity.authority}
          options={choicesOf(AUTHORITY_LABELS)}
          onChange={(authority) => change({ authority })}
        />
        {isOfficial && text('核对人', 'checkedBy', '科室或职务、姓名')}
        {isOfficial && (
          <Field label="核对" wide>
            <Checkbox
              checked={identity.checked}
              onChange={({ target }) => change({ checked: target.checked })}
            >
              已对照原件逐项核对：指标、评分标准、分值与原件一致
            </Checkbox>
          </Field>
        )}
        {text('说明（显示在标准名称旁）', 'statement', '如：本单位按……整理，供自评使用')}
        <PointsField
          label="总分"
          mayBeEmpty
          value={identity.fullScore}
          onChange={(fullScore) => change({ fullScore: fullScore ?? null })}
        />
        <PointsField
          label="达标分"
          mayBeEmpty
          value={identity.passScore}
          onChange={(passScore) => change({ passScore: passScore ?? null })}
        />
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
        <Field label="单位类别" wide>
          <Select
            size="small"
            mode="tags"
            aria-label="单位类别"
            placeholder="表格里写了适用单位的，保存时自动加入"
            value={identity.unitCategories.map(({ title }) => title)}
            onChange={(titles: string[]) =>
              change({
                unitCategories: titles
                  .filter((title) => title.trim() !== '')
                  .map(
                    (title) =>
                      identity.unitCategories.find((known) => known.title === title) ?? {
                        code: safeCode(title),
                        title,
                      },
                  ),
              })
            }
          />
        </Field>
        <Weights />
        <StarBands />
        {text('标识（用于文件名，不能与其他标准相同）', 'id')}
      </div>
    </div>
  );
}

/** Weights stand on all top-level sections or on none. */
function Weights() {
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

/** 星级 are not public in the official rules: none unless the clerk's document has them. */
function StarBands() {
  const { identity, change } = useIdentity();
  const bands = identity.starBands ?? [];
  const set = (next: typeof bands) => change({ starBands: next.length > 0 ? next : null });
  return (
    <Field label="星级（原文件有规定才填）" wide>
      <div className="steps-weights">
        {bands.map(({ stars, from }, at) => (
          <span key={stars} className="steps-weight">
            {stars} 星，从
            <PointsInput
              label={`${stars}星的起始分`}
              value={from}
              onChange={(points) =>
                points !== undefined &&
                set(bands.map((band, i) => (i === at ? { ...band, from: points } : band)))
              }
            />
          </span>
        ))}
        {bands.length > 0 && (
          <Button size="small" onClick={() => set(bands.slice(0, -1))}>
            去掉最后一档
          </Button>
        )}
        {bands.length < 7 && (
          <Button
            size="small"
            onClick={() => set([...bands, { stars: (bands.at(-1)?.stars ?? 0) + 1, from: 0 }])}
          >
            加一档星级
          </Button>
        )}
      </div>
    </Field>
  );
}
