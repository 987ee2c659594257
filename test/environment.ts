// Every spec file has modules of its own, some three thousand of them. V8 knows a script again that it has compiled before,
// but not a function made of the same text, which is what Jest asks for: it is given the one for the other.

import { TestEnvironment } from 'jest-environment-node';
import vm, { type CompileFunctionOptions } from 'node:vm';

const compile = vm.compileFunction;

vm.compileFunction = ((source: string, parameters: string[] = [], options: CompileFunctionOptions = {}) => {
  const { parsingContext, filename } = options;
  if (!parsingContext || parameters[0] !== 'module') return compile(source, parameters, options);
  // On one line with the beginning: lines keep their numbers.
  const script = new vm.Script(`(function (${parameters.join(', ')}) {${source}\n})`, { filename });
  return script.runInContext(parsingContext) as Function; // eslint-disable-line @typescript-eslint/no-unsafe-function-type
}) as typeof vm.compileFunction;

export default TestEnvironment;
