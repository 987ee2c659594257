// One file for all that walks the ways through the routes: finding them takes longest, and is done once.

import './routes.suite';
import './engine.suite';
import './roles.suite';
