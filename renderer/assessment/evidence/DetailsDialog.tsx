import { Button, Form, Modal } from 'antd';
import type { Evidence, EvidenceDetails } from '../../../shared/assessment/schema.ts';
import { halfWidth } from '../../../shared/values/typed-number.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { DateInput } from '../../ui/fields/DateInput.tsx';
import { FieldScope } from '../../ui/fields/drafts.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

interface Props {
  readonly evidence: Evidence;
  readonly onClose: () => void;
}

const MOST_PAGES = 100_000;

/** "12", "１２页" -> 12; undefined where it is no number of pages. */
function readPages(text: string): number | undefined {
  const digits = /^(\d{1,6})\s*页?$/.exec(halfWidth(text).trim())?.[1];
  const pages = Number(digits);
  return pages >= 1 && pages <= MOST_PAGES ? pages : undefined;
}

/** What 佐证材料目录 says of a document besides its name; saved as it is typed. Nothing is filled in by the program. */
export function DetailsDialog({ evidence: { sha256, label, details = {} }, onClose }: Props) {
  useReturnFocus();
  const { edit } = useAssessment.getState();
  const set = (patch: { [K in keyof EvidenceDetails]: EvidenceDetails[K] | null }): Promise<boolean> =>
    edit({ kind: 'detailEvidence', sha256, details: patch });
  const text = (field: 'documentNumber' | 'issuer', name: string, hint: string) => (
    <Form.Item label={name} htmlFor={`evidence-${field}`}>
      <TextInput
        id={`evidence-${field}`}
        value={details[field] ?? ''}
        maxLength={100}
        placeholder={hint}
        commit={(value) => set({ [field]: value === '' ? null : value })}
      />
    </Form.Item>
  );
  return (
    <Modal
      open
      title={`“${label}”的文号等信息`}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          完成
        </Button>
      }
    >
      <p className="ui-muted">列入工作簿的“佐证材料目录”，没有的不填；边填边保存。</p>
      <FieldScope name={`details ${sha256}`}>
        <Form component="div" layout="vertical" className="ui-form-grid">
          {text('documentNumber', '文号', '如：×政办〔2026〕1号')}
          {text('issuer', '发文单位', '印发或出具这份材料的单位')}
          <DateInput
            id="evidence-formedOn"
            label="形成日期"
            value={details.formedOn ?? ''}
            commit={(date) => set({ formedOn: date === '' ? null : date })}
          />
          <Form.Item label="页数" htmlFor="evidence-pages">
            <TextInput
              id="evidence-pages"
              value={details.pages === undefined ? '' : String(details.pages)}
              placeholder="如：12"
              problemOf={(typed) =>
                typed.trim() === '' || readPages(typed) !== undefined
                  ? undefined
                  : `写成 1 至 ${MOST_PAGES} 的整数，现在没有保存`
              }
              commit={(typed) => set({ pages: readPages(typed) ?? null })}
            />
          </Form.Item>
        </Form>
      </FieldScope>
    </Modal>
  );
}
