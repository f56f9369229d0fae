import {UploadOutlined} from '@ant-design/icons';
import {useMutation} from '@tanstack/react-query';
import {Button, Progress} from 'antd';
import {useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {ProblemError} from '@/api/problem';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import {uuid} from '@/shared/uuid';
import {StateTag} from '@/shared/StateTag';
import {type StopOrder, useRefresh} from '../data';
import {PAPER_TONES} from '../states';
import {FILE_MAX, FILE_TYPES, upload} from './upload';
import styles from './orders.module.css';

const KINDS = ['STOP_NOTICE', 'POLICE_ID_COPY', 'COOPERATION_LETTER', 'OTHER_PAPER'] as const;
type Kind = (typeof KINDS)[number];

/** The papers of an order: what is owed, what lies there, and the way to hand them over. */
export function PaperBox({caseId, order}: {caseId: string; order: StopOrder}) {
  const {t} = useTranslation('cases');
  const paper = order.paper;
  const state = paper?.state ?? 'NOT_OWED';
  const files = paper?.files ?? [];
  const open = state === 'OWED' || state === 'OVERDUE' || state === 'REFUSED' || state === 'NOT_OWED';
  const complete =
    files.some((each) => each.kind === 'STOP_NOTICE') && files.some((each) => each.kind === 'POLICE_ID_COPY');
  const refresh = useRefresh(caseId);
  const deliver = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/stopOrders/{id}:deliverPaper', {
          params: {path: {id: order.id ?? ''}},
          body: {requestId: uuid(), etag: order.etag ?? ''},
        }),
      ),
    onSettled: refresh,
  });
  return (
    <details className={styles.papers} open={state === 'OWED' || state === 'OVERDUE' || state === 'REFUSED'}>
      <summary>
        {t('paper.title')} <StateTag tone={PAPER_TONES[state]}>{t(`paperState.${state}`)}</StateTag>
        {paper?.paperNumber && <span className={styles.sub}>{paper.paperNumber}</span>}
        {paper?.late && <StateTag tone="red">{t('paper.late')}</StateTag>}
      </summary>
      {paper?.defect && <p className={styles.bad}>{t('paper.defect', {defect: paper.defect})}</p>}
      <ul>
        {files.map((each) => (
          <li key={each.number}>
            {t(`paperKind.${each.kind}`)} · {Math.ceil(Number(each.sizeBytes ?? 0) / 1024)} KB ·{' '}
            {dateTime(each.uploadTime)}
          </li>
        ))}
      </ul>
      {open && (
        <div className={`${styles.uploads} no-print`}>
          {KINDS.map((kind) => (
            <UploadButton key={kind} caseId={caseId} orderId={order.id ?? ''} kind={kind} />
          ))}
          {state !== 'NOT_OWED' && (
            <Button
              type="primary"
              disabled={!complete}
              loading={deliver.isPending}
              onClick={() => deliver.mutate()}
              title={complete ? '' : t('paper.incomplete')}
            >
              {t('paper.deliver')}
            </Button>
          )}
        </div>
      )}
      <ProblemNotice failure={deliver.error} />
    </details>
  );
}

function UploadButton({caseId, orderId, kind}: {caseId: string; orderId: string; kind: Kind}) {
  const {t} = useTranslation('cases');
  const id = useId();
  const [percent, setPercent] = useState<number | null>(null);
  const refresh = useRefresh(caseId);
  const send = useMutation({
    mutationFn: (file: File) => {
      if (file.size > FILE_MAX) {
        throw new ProblemError({
          type: 'about:blank',
          title: '',
          status: 400,
          reason: 'FILE_TOO_LARGE',
          detail: t('paper.tooLarge'),
        });
      }
      return upload(`/v1/stopOrders/${orderId}/papers:upload`, {kind}, file, setPercent);
    },
    onSettled: () => {
      setPercent(null);
      refresh();
    },
  });
  return (
    <span className={styles.upload}>
      <label htmlFor={id} className={styles.uploadLabel}>
        <UploadOutlined aria-hidden /> {t(`paperKind.${kind}`)}
      </label>
      <input
        id={id}
        type="file"
        accept={FILE_TYPES}
        className={styles.file}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) send.mutate(file);
          event.target.value = '';
        }}
      />
      {percent !== null && <Progress percent={percent} size="small" aria-label={t('paper.progress')} />}
      <ProblemNotice failure={send.error} />
    </span>
  );
}
