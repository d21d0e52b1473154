import { jsonOf, type Service } from './http.js';
import { failure, isAuthorized } from './rest-service.js';
import type { GitHubState } from './state.js';

/** The one GraphQL query that litetrim sends: whose token is this? */
const viewerQuery = 'query { viewer { login } }';

export function graphqlService(state: GitHubState, report: (violation: string) => void): Service {
  return (request) => {
    if (request.method !== 'POST' || request.path !== '/graphql') return undefined;
    if (!isAuthorized(state, request)) return failure(401, 'Bad credentials');
    const { query } = jsonOf(request) as { query?: string };
    if (query !== viewerQuery) report(`POST /graphql: the fake knows only ${viewerQuery}`);
    return { status: 200, body: { data: { viewer: { login: state.login } } } };
  };
}
