import { useState } from "react";
import type { RepairTask } from "../../../domain/engine";
import { Button } from "../../../ui/Button";
import { Field } from "../../../ui/Field";
import type { Findings } from "../repairState";
import { Section } from "../Section";
import { takesAnswers, withAnswer } from "./addedTest";
import { isLiteral } from "./literal";
import { answerWords, questionsOf, type Question } from "./question";

type QuestionsProps = {
  subject: RepairTask;
  findings: Findings;
  disabled: boolean;
  /** Told the text of the Tests box with the answer as one test more. */
  onAnswer: (tests: string) => void;
};

/** Where the fixes differ, as a question of which is right; an answer becomes a test. */
export function Questions({ subject, findings, disabled, onAnswer }: QuestionsProps) {
  const [asked, setAsked] = useState(0);
  if (!takesAnswers(subject.tests)) return null;
  const questions = questionsOf(findings.disagreements, findings.fixes);
  const question = questions[asked % questions.length];
  if (question === undefined) return null;
  return (
    <Section title="Which is right?" note="your answer becomes a test">
      <Disagreeing question={question} />
      <Answers
        key={question.call}
        question={question}
        disabled={disabled}
        onAnswer={(answer) => {
          const { call } = question;
          onAnswer(withAnswer(subject.problem.tests, subject.tests, { call, answer }));
        }}
        onAnother={
          questions.length === 1
            ? null
            : () => {
                setAsked((now) => now + 1);
              }
        }
      />
    </Section>
  );
}

/** “These disagree on f([]): fix 1 gives 0, fix 2 raises IndexError.” */
function Disagreeing({ question: { call, answers } }: { question: Question }) {
  return (
    <p className="wrap-anywhere">
      These disagree on <Code text={call} />:{" "}
      {answers.map(({ answer, fixes }, index) => {
        const { words, code } = answerWords(fixes, answer);
        return (
          <span key={answer}>
            {index > 0 && ", "}
            {words}
            {code !== null && <Code text={code} />}
          </span>
        );
      })}
      .
    </p>
  );
}

function Code({ text }: { text: string }) {
  return <code className="font-mono text-[0.93em]">{text}</code>;
}

type AnswersProps = {
  question: Question;
  disabled: boolean;
  onAnswer: (answer: string) => void;
  /** Null where there is no other question. */
  onAnother: (() => void) | null;
};

function Answers({ question, disabled, onAnswer, onAnother }: AnswersProps) {
  const [isTyping, setTyping] = useState(false);
  const { call, answers } = question;
  return (
    <>
      <div role="group" aria-label={`Answers to ${call}`} className="flex flex-wrap gap-1.5">
        {answers
          .filter((one) => one.isLiteral)
          .map(({ answer }) => (
            <Button
              key={answer}
              size="small"
              disabled={disabled}
              className="max-w-full font-mono"
              onClick={() => {
                onAnswer(answer);
              }}
            >
              <span className="truncate">{answer}</span>
            </Button>
          ))}
        <Button
          size="small"
          disabled={disabled}
          aria-expanded={isTyping}
          onClick={() => {
            setTyping(!isTyping);
          }}
        >
          {answers.length > 2 ? "none of these…" : "neither…"}
        </Button>
        {onAnother !== null && (
          <Button size="small" variant="quiet" onClick={onAnother}>
            Another question
          </Button>
        )}
      </div>
      {isTyping && <OwnAnswer call={call} disabled={disabled} onAnswer={onAnswer} />}
    </>
  );
}

type OwnAnswerProps = { call: string; disabled: boolean; onAnswer: (answer: string) => void };

function OwnAnswer({ call, disabled, onAnswer }: OwnAnswerProps) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  return (
    <form
      noValidate
      className="flex flex-col items-start gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        const answer = text.trim();
        if (isLiteral(answer)) onAnswer(answer);
        else setError("Write a plain Python value, such as 0, 'a' or [1, None].");
      }}
    >
      <div className="w-full">
        <Field
          label={`What ${call} should give`}
          value={text}
          monospace
          spellCheck={false}
          autoComplete="off"
          error={error}
          onValueChange={(value) => {
            setText(value);
            setError(undefined);
          }}
        />
      </div>
      <Button size="small" type="submit" disabled={disabled}>
        Add as a test
      </Button>
    </form>
  );
}
