import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {GivenCard} from '@/shared/desk/GivenCard';
import {type Fact, FactList} from '@/shared/order/FactList';
import {type Institution, nameOf, useInstitutions} from '@/shared/directory';
import {dateTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';
import {AnswerForm} from './AnswerForm';
import {textOf} from './answerText';
import {useKept} from '@/shared/kept';
import {LegShown} from './LegShown';
import {type Hop, type HopAnswer, type Trace, answerIn, useTakeTrace} from './trace';

/** What was answered, every version of it, and the way to put it right. */
export function Given({trace, hop, correctable}: {trace: Trace; hop: Hop; correctable: boolean}) {
  const {t} = useTranslation('carrier');
  // Firms are typed by their names.
  const institutions = useInstitutions();
  const answers = hop.answers ?? [];
  const last = answers.at(-1);
  const earlier = answers.slice(0, -1).reverse();
  return (
    <GivenCard
      correctable={correctable}
      correction={(done) =>
        correctable && institutions.length > 0 ? (
          <Correction trace={trace} hop={hop} institutions={institutions} onDone={done} />
        ) : null
      }
      earlier={earlier.map((each) => ({
        label: t('given.earlier', {time: dateTime(each.answerTime), code: t(`code.${each.code}`)}),
        children: <Facts given={each} />,
      }))}
    >
      {last && <Facts given={last} />}
    </GivenCard>
  );
}

function Facts({given}: {given: HopAnswer}) {
  const {t} = useTranslation('carrier');
  const institutions = useInstitutions();
  const {record, upstream, ipLeg} = given;
  const rows: Fact[] = [
    [t('answer.code'), t(`code.${given.code}`)],
    [t('given.time'), dateTime(given.answerTime)],
    [t('given.operator'), given.operator?.name],
    [t('given.why'), given.correctionReason],
    [t('answer.role'), given.role && given.role !== 'EXCHANGE_ROLE_UNSPECIFIED' ? t(`role.${given.role}`) : ''],
    [t('answer.exchange'), given.exchange],
    [t('given.reason'), given.reason],
    [t('record.start'), record && dateTime(record.startTime)],
    [t('record.offset'), record?.clockOffsetSeconds ? `${record.clockOffsetSeconds} ${t('seconds')}` : ''],
    [t('record.seconds'), record?.durationSeconds ? `${record.durationSeconds} ${t('seconds')}` : ''],
    [t('record.called'), record?.calledNumber],
    [t('record.calling'), record?.callingNumberReceived],
    [t('record.redirecting'), record?.redirectingNumber],
    [t('upstream.title'), nameOf(institutions, upstream?.institution) || upstream?.outside?.name],
    [t('upstream.exchange'), upstream?.exchange],
    [t('ip.serverAddress'), ipLeg?.serverAddress],
    [t('ip.gateway'), ipLeg?.gateway],
    [t('ip.host'), ipLeg?.host],
    [t('ip.tenant'), ipLeg?.tenant],
  ];
  return (
    <FactList rows={rows}>
      {record &&
        (['outgoing', 'incoming'] as const).map((side) => (
          <div key={side} style={{display: 'contents'}}>
            <dt>{t(`leg.${side}`)}</dt>
            <dd>
              <LegShown leg={record[side]} />
            </dd>
          </div>
        ))}
    </FactList>
  );
}

/** Another answer in its place, with the reason; both are kept. */
function Correction({
  trace,
  hop,
  institutions,
  onDone,
}: {
  trace: Trace;
  hop: Hop;
  institutions: readonly Institution[];
  onDone: () => void;
}) {
  const given = answerIn(hop)!;
  const key = `${trace.id}/${hop.number}/${hop.answers?.length ?? 0}/correction`;
  const text = useKept(key, () => textOf(given, (id) => nameOf(institutions, id)));
  const [reason, setReason] = useState('');
  const take = useTakeTrace(trace.id ?? '');
  const act = useAct(
    (body: {answer: HopAnswer; reason: string}, requestId) =>
      answer(
        api.POST('/v1/traces/{id}/hops/{hop}:correctAnswer', {
          params: {path: {id: trace.id ?? '', hop: hop.number ?? 0}},
          body: {...body, requestId},
        }),
      ),
    (changed: Trace) => {
      text.forget();
      take(changed);
      onDone();
    },
  );
  return (
    <div style={{borderTop: '1px solid #e3e8ee', marginTop: 10, paddingTop: 10}}>
      <AnswerForm
        trace={trace}
        hop={hop}
        text={text.value}
        onChange={text.set}
        act={{
          mutate: (right) => act.mutate({answer: right, reason: reason.trim()}),
          isPending: act.isPending,
          error: act.error,
        }}
        correction={{reason, onReason: setReason}}
      />
    </div>
  );
}
