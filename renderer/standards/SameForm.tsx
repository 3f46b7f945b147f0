import { Alert, Button, Select, Space } from 'antd';
import { useCallback, useState } from 'react';
import { call } from '../ui/call/client.ts';
import { useAnswer } from '../ui/call/use-call.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { useTaking } from './use-taking.ts';
import { useWizard } from './use-wizard.ts';
import './reading.css';

/** Offers what was set and put right by hand when an earlier table of the same form was made into a standard. */
export function SameForm() {
  const { id, kind, edited } = useWizard().state;
  const { value } = useAnswer(useCallback(() => call('sameFormStandards', { importId: id }), [id]));
  const { busy, failure, dismiss, take } = useTaking();
  const [isTaken, setIsTaken] = useState(false);
  const [picked, setPicked] = useState<string>();
  const { standards = [], isClear = false } = value ?? {};
  const [first] = standards;
  if (kind === 'copy' || !first || isTaken) return null;
  const nameOf = ({ title, edition }: typeof first) => `“${title} ${edition}”`;
  const standard = picked ?? (isClear ? first.id : undefined);
  const use = (chosen: string) =>
    take(
      () => call('takeCorrections', { importId: id, standard: chosen }),
      () => setIsTaken(true),
    );
  const isSeveral = standards.length > 1;
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={
          isSeveral
            ? `表格的各列和 ${standards.length} 份标准的原表一样，可以沿用其中一份设定的各列用途和手工改正`
            : `表格的各列和${nameOf(first)}的原表一样，可以沿用当时设定的各列用途和手工改正`
        }
        description={edited ? '沿用会替换现在的“结构”和“规则”（可以撤销）。' : undefined}
        action={
          <Space size="small">
            {isSeveral && (
              <Select
                size="small"
                aria-label="沿用哪一份标准"
                placeholder="请选沿用哪一份"
                className="standards-same-form"
                value={standard}
                options={standards.map((each) => ({ value: each.id, label: nameOf(each) }))}
                onChange={setPicked}
              />
            )}
            <Button
              size="small"
              loading={busy}
              disabled={standard === undefined}
              onClick={() => standard !== undefined && void use(standard)}
            >
              沿用
            </Button>
          </Space>
        }
      />
      <FailureNotice failure={failure} onClose={dismiss} />
    </>
  );
}
