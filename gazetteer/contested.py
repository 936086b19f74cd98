"""What is contested, as questions to the compiled tables: where no side may be left out of a label.

The checks and audits ask the same of the tables before they are compiled, in ``dataset.sides``.
"""

from __future__ import annotations

SETTLEMENTS = """
    SELECT object FROM relations
    JOIN entities ON entities.id = object AND entities.kind = 'settlement'
    JOIN perspectives ON perspectives.entity = subject AND code IN ('az', 'am', 'nk')
    WHERE predicate IN ('administers', 'claims')
    GROUP BY object HAVING count(DISTINCT code = 'az') = 2
"""

# Both sides have names of their own for the place, by-words apart, and have held or claimed it, or
# what it lies in, on or along; or it is part of both countries. A unit of administration is one
# side's own unless both name it officially.
OTHER_PLACES = """
    WITH sides(entity, az) AS (
        SELECT entity, code = 'az' FROM perspectives WHERE code IN ('az', 'am', 'nk')
    ),
    held(id) AS (
        SELECT object FROM relations JOIN sides ON sides.entity = subject
        WHERE predicate IN ('administers', 'claims')
        GROUP BY object HAVING count(DISTINCT az) = 2
    ),
    beside(id, other) AS (
        SELECT subject, object FROM relations WHERE predicate IN ('part-of', 'located-on')
        UNION ALL SELECT object, subject FROM relations WHERE predicate = 'located-on'
    ),
    contested(id) AS (
        SELECT id FROM held
        UNION SELECT beside.id FROM beside JOIN held ON held.id = other
        UNION SELECT beside.id FROM beside JOIN sides ON sides.entity = other
        GROUP BY beside.id HAVING count(DISTINCT az) = 2
    )
    SELECT names.entity FROM names
    JOIN entities ON entities.id = names.entity
    WHERE perspective IN ('az', 'am', 'nk')
    AND (
        kind IN ('region', 'feature', 'facility', 'area', 'route')
        AND role IN ('official', 'common')
        OR kind = 'admin-unit' AND role = 'official'
    )
    AND names.entity IN contested
    GROUP BY names.entity HAVING count(DISTINCT perspective = 'az') = 2
"""
