import {useMutation} from '@tanstack/react-query';
import {Button, Checkbox} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {owesPapers} from '@/shared/order/papers';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import {uuid} from '@/shared/uuid';
import {StateTag} from '@/shared/StateTag';
import {UploadButton} from '@/shared/upload/UploadButton';
import {type StopOrder, useRefresh} from '../data';
import {PAPER_TONES} from '@/shared/tones';
import styles from './orders.module.css';

const KINDS = ['STOP_NOTICE', 'POLICE_ID_COPY', 'COOPERATION_LETTER', 'OTHER_PAPER'] as const;

/**
 * The papers of an order: what is owed, what lies there, and the way to hand them over.
 *
 * @param owing further orders at the same bank that the same papers may serve
 */
export function PaperBox({caseId, order, owing}: {caseId: string; order: StopOrder; owing: readonly StopOrder[]}) {
  const {t} = useTranslation('cases');
  const paper = order.paper;
  const state = paper?.state ?? 'NOT_OWED';
  const files = paper?.files ?? [];
  const owed = owesPapers(state);
  const open = owed || state === 'NOT_OWED';
  const complete =
    files.some((each) => each.kind === 'STOP_NOTICE') && files.some((each) => each.kind === 'POLICE_ID_COPY');
  const refresh = useRefresh(caseId);
  const [also, setAlso] = useState<string[]>([]);
  const deliver = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/stopOrders/{id}:deliverPaper', {
          params: {path: {id: order.id ?? ''}},
          body: {
            requestId: uuid(),
            otherStopOrders: also.filter((id) => owing.some((each) => each.id === id)),
          },
        }),
      ),
    onSettled: refresh,
  });
  return (
    <details className={styles.papers} open={owed}>
      <summary>
        {t('paper.title')} <StateTag tone={PAPER_TONES[state]}>{t(`paperState.${state}`)}</StateTag>
        {paper?.paperNumber && <span className={styles.sub}>{paper.paperNumber}</span>}
        {paper?.late && <StateTag tone="red">{t('paper.late')}</StateTag>}
      </summary>
      {paper?.handOver?.officerNumber && (
        <p>{t('paper.handOver', {officer: paper.handOver.officerNumber, time: dateTime(paper.deliverTime)})}</p>
      )}
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
            <UploadButton
              key={kind}
              path={`/v1/stopOrders/${order.id ?? ''}/papers:upload`}
              query={{kind}}
              label={t(`paperKind.${kind}`)}
              onSettled={refresh}
            />
          ))}
          {state !== 'NOT_OWED' && owing.length > 0 && (
            <Checkbox.Group
              aria-label={t('paper.also')}
              value={also}
              onChange={setAlso}
              options={owing.map((each) => ({
                value: each.id ?? '',
                label: t('paper.alsoServes', {account: each.maskedAccount}),
              }))}
            />
          )}
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
