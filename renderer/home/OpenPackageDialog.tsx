import { Alert, Button, Descriptions, Modal, Tag } from 'antd';
import { type ReactNode, type RefObject, useRef } from 'react';
import type { CallInput, Inspection, KnownAssessment } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/values/errors.ts';
import type { Verification } from '../../shared/package/verification.ts';
import { quoted } from '../../shared/values/text.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { PackageProblems, PackageStatusTag } from './package-words.tsx';
import { unitName } from './row-words.ts';
import './home.css';

interface Props {
  inspection: Extract<Inspection, { content: 'package' }>;
  /** Why the last choice did not succeed. */
  failure: Failure | undefined;
  /** The button that the focus goes back to. */
  opener: RefObject<HTMLButtonElement | null>;
  onOpen: (as: CallInput<'openPackage'>['as']) => void;
  /** The assessment that is here already. */
  onOpenHere: (id: string) => void;
  onClose: () => void;
}

/** Whose package this is and what is wrong with it, then: is it ours to go on with, or another's to learn from? */
export function OpenPackageDialog(props: Props) {
  const { inspection, failure, opener, onOpen, onOpenHere, onClose } = props;
  useReturnFocus(opener);
  const first = useRef<HTMLButtonElement>(null);
  const { verification, here } = inspection;
  return (
    <Modal
      open
      centered
      width={680}
      title="打开推荐包"
      footer={<Button onClick={onClose}>取消</Button>}
      onCancel={onClose}
      // autoFocus on the button loses against the dialog, which focuses itself.
      afterOpenChange={() => first.current?.focus()}
    >
      <div className="ui-stack">
        <FailureNotice failure={failure} />
        <Whose inspection={inspection} />
        {verification.status === 'suspect' && (
          <Alert
            type="warning"
            showIcon
            title="这个推荐包存疑：文件没有损坏，但内容前后不符或有不属于它的东西"
            description={
              <>
                <div className="home-doubts" tabIndex={0} role="group" aria-label="疑点">
                  <PackageProblems problems={verification.problems} />
                </div>
                仍可以打开；请先向提供这个推荐包的人核实。
              </>
            }
          />
        )}
        {here ? (
          <Choice
            button={
              <Button ref={first} type="primary" onClick={() => onOpenHere(here.id)}>
                打开已有的档案
              </Button>
            }
          >
            {hereText(here)}
          </Choice>
        ) : (
          <Choice
            button={
              <Button ref={first} type="primary" onClick={() => onOpen('continue')}>
                继续我的档案
              </Button>
            }
          >
            本单位的推荐包：接着填写，修改后再导出就是第{verification.revision + 1}版。
          </Choice>
        )}
        <Choice button={<Button onClick={() => onOpen('blueprint')}>以此为蓝本新建</Button>}>
          {blueprintText(verification)}
        </Choice>
      </div>
    </Modal>
  );
}

function hereText({ unit, revision }: KnownAssessment): string {
  const latest = revision === 0 ? '还没有导出过' : `最新是第${revision}版`;
  return `这份自评档案已在这台电脑上：${unitName({ unit })}，${latest}。不会另建一份，也不会被包里的内容覆盖；要改用包里的这一版，请先在首页移除已有的，再打开推荐包。`;
}

function blueprintText({ unit, revision }: Verification): string {
  return `借鉴外单位的推荐包：另建一份新档案，评分、说明、佐证材料和汇报材料都带过来，请逐项换成本单位的；单位名称、信用代码、行业地域、命名和联系人清空，档案里记明以${quoted(unitName({ unit }))}第${revision}版为蓝本。在年度工作“结对与试点”里只用来比较的，也选这个，打开后不要改动。`;
}

function Whose({ inspection: { verification, date } }: Pick<Props, 'inspection'>) {
  const { file, status, campaign, selfScore, revision, draft, sample } = verification;
  return (
    <Descriptions
      size="small"
      column={2}
      items={[
        { key: 'file', label: '文件', children: file, span: 2 },
        {
          key: 'unit',
          label: '单位',
          children: (
            <>
              {unitName(verification)} {sample && <Tag color="purple">示例</Tag>}
            </>
          ),
        },
        {
          key: 'revision',
          label: '版次',
          children: (
            <>
              第{revision}版{date && `，${date}`} {draft && <Tag color="orange">草稿</Tag>}
            </>
          ),
        },
        { key: 'campaign', label: '活动', children: campaign },
        { key: 'score', label: '自评分', children: selfScore },
        { key: 'status', label: '核验结果', children: <PackageStatusTag status={status} /> },
      ]}
    />
  );
}

function Choice({ button, children }: { button: ReactNode; children: ReactNode }) {
  return (
    <div className="home-open-choice">
      {button}
      <p className="ui-muted">{children}</p>
    </div>
  );
}
