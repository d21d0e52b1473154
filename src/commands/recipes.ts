import { listRecipes } from '../optimize/recipe.js';
import { command, print } from './command.js';

export const recipes = command('recipes').action((options: { json?: boolean }) => {
  print(listRecipes(), options, (list) =>
    list.map(({ name, title, description }) => `${name}: ${title}\n  ${description}`).join('\n'),
  );
});
