import {Card} from 'antd';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {type Institution, nameOf, useInstitutions} from '@/shared/directory';
import {Notice} from '@/shared/plain/Notice';
import {Waiting} from '@/shared/plain/Waiting';
import {useAct} from '@/shared/useAct';
import {AnswerForm} from './AnswerForm';
import {emptyAnswer, textOf} from './answerText';
import {useKept} from '@/shared/kept';
import {type Hop, type HopAnswer, type Trace, answerIn, knownOffset, useTakeTrace} from './trace';

/** The answer to a hop in hand; of a disputed one a new version, begun with the one that is disputed. */
export function AnswerCard({trace, hop}: {trace: Trace; hop: Hop}) {
  const institutions = useInstitutions();
  // Firms are typed by their names.
  if (hop.state === 'HOP_DISPUTED' && institutions.length === 0) return <Waiting />;
  return <Begun key={hop.answers?.length ?? 0} trace={trace} hop={hop} institutions={institutions} />;
}

function Begun({trace, hop, institutions}: {trace: Trace; hop: Hop; institutions: readonly Institution[]}) {
  const {t} = useTranslation('carrier');
  const disputed = hop.state === 'HOP_DISPUTED' ? answerIn(hop) : undefined;
  const text = useKept(`${trace.id}/${hop.number}/${hop.answers?.length ?? 0}`, () =>
    disputed ? textOf(disputed, (id) => nameOf(institutions, id)) : emptyAnswer(knownOffset(trace, hop)),
  );
  const take = useTakeTrace(trace.id ?? '');
  const act = useAct(
    (given: HopAnswer, requestId) =>
      answer(
        api.POST('/v1/traces/{id}/hops/{hop}:answer', {
          params: {path: {id: trace.id ?? '', hop: hop.number ?? 0}},
          body: {answer: given, requestId},
        }),
      ),
    (changed: Trace) => {
      text.forget();
      take(changed);
    },
  );
  return (
    <Card size="small" title={t('answer.title')}>
      {!hop.preservation && (
        <Notice type="warning" style={{marginBottom: 10}} title={t('answer.preserveFirst')} />
      )}
      <AnswerForm
        trace={trace}
        hop={hop}
        text={text.value}
        onChange={text.set}
        act={act}
      />
    </Card>
  );
}
