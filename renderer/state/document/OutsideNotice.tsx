import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import type { ShownDifference } from '../../../shared/document.ts';
import { mapValues } from '../../../shared/values/records.ts';
import { useCall } from '../../ui/call/use-call.ts';
import { allPicked, type Picks } from '../../ui/choices/choices.ts';
import { ChoiceTable } from '../../ui/choices/ChoiceTable.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import type { AnyDocumentStore } from './document-state.ts';
import { compareOutside } from './calls.ts';

/** Another program has put something else in the file's place: nothing is written until the user has seen both. */
export function OutsideNotice({ store }: { readonly store: AnyDocumentStore }) {
  const [rows, setRows] = useState<readonly ShownDifference[]>();
  const { failure, run, dismiss } = useCall();
  const compare = async () => {
    const { ref } = store.getState();
    if (ref) await run(async () => setRows(await compareOutside(ref)));
  };
  return (
    <>
      <Alert
        className="document-standing"
        type="warning"
        showIcon
        role="alert"
        title="这份内容的文件被别的程序换过（可能是同步盘，或另一台电脑）"
        description="为避免互相覆盖，这里的改动暂不写入；两边的内容都在。请核对不同之处，选定后接着填写，可以撤销。"
        action={<Button onClick={() => void compare()}>核对两边的不同</Button>}
      />
      <FailureNotice failure={failure} onClose={dismiss} />
      {rows && <OutsideDialog rows={rows} store={store} onClose={() => setRows(undefined)} />}
    </>
  );
}

interface DialogProps {
  readonly rows: readonly ShownDifference[];
  readonly store: AnyDocumentStore;
  readonly onClose: () => void;
}

function OutsideDialog({ rows, store, onClose }: DialogProps) {
  const [picks, setPicks] = useState<Picks>(() => defaultPicks(rows));
  const { failure, run } = useCall();
  const choices = rows.map(({ place, name, local, remote }) => ({
    ...{ path: place, title: name, ours: local, theirs: remote },
    // Of a file that cannot be read nothing can be taken.
    ...(place === '' ? {} : { asks: true as const }),
  }));
  const take = () =>
    run(async () => {
      await store.getState().takeOutside(mapValues(picks, (side) => (side === 'ours' ? 'local' : 'remote')));
      onClose();
    });
  return (
    <Modal
      open
      width={900}
      title="两边的不同"
      okText="按选定的继续"
      cancelText="先不处理"
      okButtonProps={{ disabled: !allPicked(choices, picks) }}
      onOk={() => void take()}
      onCancel={onClose}
    >
      <p className="ui-muted">
        没有冲突的地方已按最近改过的一边选好，可以改选。两边原来的内容都会留一份自动备份。
      </p>
      <ChoiceTable rows={choices} picks={picks} onPicks={setPicks} ours="这里的" theirs="文件里的" />
      <FailureNotice failure={failure} />
    </Modal>
  );
}

function defaultPicks(rows: readonly ShownDifference[]): Picks {
  const known = rows.filter(({ takes }) => takes !== 'ask');
  return Object.fromEntries(known.map(({ place, takes }) => [place, takes === 'local' ? 'ours' : 'theirs']));
}
