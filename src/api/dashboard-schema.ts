// Published figures as the OpenAPI document describes them.

import { publishedBodies, timedMeasures } from '../reporting';

const text = (description?: string) => ({ type: 'string', ...(description ? { description } : {}) });

export const dashboardSchema = {
  type: 'object',
  required: ['quarters', 'areas', 'figures'],
  properties: {
    publication: {
      type: 'object',
      description: 'Absent while nothing has been published',
      properties: {
        quarter: text('e.g. 2026Q3'),
        from: { type: 'string', format: 'date' },
        to: { type: 'string', format: 'date' },
        cutOff: { type: 'string', format: 'date', description: 'What was recorded later is not counted' },
        builtAt: { type: 'string', format: 'date-time' },
        method: { type: 'integer', description: 'Version of the methodology at /dashboard/data' },
      },
    },
    quarters: { type: 'array', items: text(), description: 'Every published quarter, latest first' },
    areas: {
      type: 'array',
      items: {
        type: 'object',
        properties: { area: text(), name: text(), body: { enum: publishedBodies } },
      },
    },
    figures: {
      type: 'array',
      items: {
        type: 'object',
        required: ['body', 'area', 'areaName', 'measure', 'category', 'value'],
        properties: {
          body: { enum: publishedBodies },
          area: text('`england` for all of a kind together'),
          areaName: text(),
          measure: { enum: [...timedMeasures, 'opened'] },
          category: text('See the data dictionary at /dashboard/data-dictionary.csv'),
          value: { anyOf: [{ type: 'integer' }, { const: '*' }], description: '`*` is hidden, not zero' },
        },
      },
    },
  },
};
