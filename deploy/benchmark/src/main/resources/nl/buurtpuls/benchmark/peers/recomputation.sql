-- Every change of every figure, from the mutations as they are: sent twice counts once, what was taken back not at all.
INSERT INTO cell
WITH fact AS (
    SELECT DISTINCT id, person, kind, day, logged, detail
    FROM mutation
    WHERE kind <> 'RETRACTED'
      AND NOT EXISTS (
          SELECT 1 FROM mutation AS retraction
          WHERE retraction.kind = 'RETRACTED' AND retraction.detail = mutation.id
            AND retraction.person = mutation.person)
),
address AS (
    SELECT id, person, kind, day, logged, CASE WHEN kind IN ('FOUND', 'ARRIVES', 'MOVES') THEN detail END AS buurt
    FROM fact
    WHERE kind IN ('FOUND', 'ARRIVES', 'MOVES', 'LEAVES', 'DIES')
),
stay AS (
    SELECT person, kind, day, buurt, LAG(buurt) OVER life AS buurt_before, LEAD(day) OVER life AS until
    FROM address
    WINDOW life AS (PARTITION BY person ORDER BY day, logged, id)
),
benefit AS (
    SELECT person, kind, day AS since,
           LEAD(day) OVER (PARTITION BY person, detail ORDER BY day, logged, id) AS until
    FROM fact
    WHERE kind IN ('GRANTED', 'ENDED')
),
receipt AS (
    SELECT buurt, GREATEST(stay.day, benefit.since) AS since,
           LEAST(COALESCE(stay.until, DATE '9999-12-31'), COALESCE(benefit.until, DATE '9999-12-31')) AS until
    FROM stay JOIN benefit ON stay.person = benefit.person
    WHERE stay.buurt IS NOT NULL AND benefit.kind = 'GRANTED'
),
change AS (
    SELECT buurt, 'POPULATION' AS figure, day, 1 AS value FROM stay WHERE buurt IS NOT NULL
    UNION ALL
    SELECT buurt_before, 'POPULATION', day, -1 FROM stay WHERE buurt_before IS NOT NULL
    UNION ALL
    SELECT buurt, 'ARRIVALS', day, 1 FROM stay WHERE kind = 'ARRIVES'
    UNION ALL
    SELECT buurt_before, 'DEPARTURES', day, 1 FROM stay
    WHERE buurt_before IS NOT NULL AND kind IN ('LEAVES', 'ARRIVES')
    UNION ALL
    SELECT buurt, 'RECIPIENTS', since, 1 FROM receipt WHERE since < until
    UNION ALL
    SELECT buurt, 'RECIPIENTS', until, -1 FROM receipt WHERE since < until AND until < DATE '9999-12-31'
)
SELECT buurt, figure, day, SUM(value) FROM change GROUP BY buurt, figure, day
