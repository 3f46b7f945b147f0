import { Button, Modal } from 'antd';
import { useWhichWords } from './which-words.ts';
import './fields.css';

/** Words that were left unsaved, over others that were saved since: both are shown, nothing is saved unasked. */
export function WhichWords() {
  const [question] = useWhichWords(({ questions }) => questions);
  if (!question) return null;
  const { left, saved, answer } = question;
  return (
    <Modal
      open
      title="上次没来得及保存的文字，和后来保存的不一样"
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={() => answer('left')}>换成没来得及保存的</Button>
          <Button type="primary" onClick={() => answer('saved')}>
            保留后来保存的
          </Button>
        </>
      }
    >
      <dl className="fields-which">
        <dt>后来保存的</dt>
        <dd>{saved || '（空）'}</dd>
        <dt>没来得及保存的</dt>
        <dd>{left || '（空）'}</dd>
      </dl>
      <p className="ui-muted">换了也可以撤销（Ctrl+Z）。</p>
    </Modal>
  );
}
