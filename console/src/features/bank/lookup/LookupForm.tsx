import {Button, Input, Radio, Segmented} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import type {Act} from '../answers';
import styles from '../bank.module.css';
import {useOperator} from '../operator';
import {FIELDS, type Found, type Kind, type LookupText, UNABLE, type Unable, foundOf, isComplete} from './lookupText';

const KINDS: readonly Kind[] = ['payee', 'onward', 'nothing'];

/** Whom the money reached, whom it went through, or why that cannot be told. */
export function LookupForm({begin, act, send}: {begin: LookupText; act: Act<Found>; send: string}) {
  const {t} = useTranslation('bank');
  const {t: common} = useTranslation('shared');
  const operator = useOperator();
  const [text, setText] = useState(begin);
  const give = () => act.mutate(foundOf(text, operator));
  return (
    <>
      <Segmented<Kind>
        aria-label={t('answer.title')}
        value={text.kind}
        onChange={(kind) => setText({...text, kind})}
        options={KINDS.map((each) => ({value: each, label: t(`lookup.${each}`)}))}
        style={{marginBottom: 12}}
      />
      <div className={grid.two}>
        {FIELDS[text.kind].map((field) => (
          <Labelled key={field} label={t(`lookup.field.${field}`)} error={null}>
            {(input) => (
              <Input
                id={input}
                maxLength={64}
                autoComplete="off"
                value={text[field]}
                onChange={(event) => setText({...text, [field]: event.target.value})}
              />
            )}
          </Labelled>
        ))}
      </div>
      {text.kind === 'nothing' && (
        <Radio.Group
          aria-label={t('lookup.nothing')}
          value={text.unable}
          onChange={(event) => setText({...text, unable: event.target.value as Unable})}
          options={UNABLE.map((each) => ({value: each, label: common(`lookupWhy.${each}`)}))}
        />
      )}
      <ProblemNotice failure={act.error} onRetry={give} />
      <div className={styles.acts}>
        <Button type="primary" size="large" disabled={!isComplete(text)} loading={act.isPending} onClick={give}>
          {send}
        </Button>
      </div>
    </>
  );
}
